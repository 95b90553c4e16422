"""`negotiator search`."""

from __future__ import annotations

import click

from negotiator.cli.options import (
    bench,
    deliver,
    format_option,
    output_option,
    say,
    terminal_width,
)


@click.command()
@click.argument("text")
@click.option("--party", metavar="CODE", help="Only the clauses of this party.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@format_option("table", "json")
@output_option
@click.pass_context
def command(
    ctx: click.Context, /, text: str, party: str | None, limit: int, format_: str, output: str
) -> None:
    """Search the words of all clauses, in every version.

    All the words of TEXT must occur; "words in quotes" must stand together; `miss*` finds words
    that begin so.
    """
    from negotiator.render import data, terminal
    from negotiator.workbench import looking

    with bench(ctx) as desk:
        hits = looking.search(desk, text, party=party, limit=limit)
    if format_ == "json":
        found = [
            {
                "id": hit.clause.id,
                "version": hit.version.number,
                "proposal": hit.version.proposal,
                "parties": list(hit.version.parties),
                "issued": hit.version.issued.isoformat() if hit.version.issued else None,
                "reference": hit.clause.reference,
                "wording": hit.clause.wording.value,
                "text": hit.clause.text,
                "snippet": [{"text": part, "match": match} for part, match in hit.snippet],
            }
            for hit in hits
        ]
        deliver(data.text(found), output)
        return
    rows = [
        (
            hit.clause.address,
            ", ".join(hit.version.parties),
            str(hit.version.issued or "not stated"),
            "".join(f"»{part}«" if match else part for part, match in hit.snippet),
        )
        for hit in hits
    ]
    if not rows:
        say(f"no clause holds {text}")
        return
    grid = terminal.table(["Clause", "Party", "Issued", "Text"], rows, fixed=["Clause", "Issued"])
    deliver(terminal.write(grid, width=terminal_width()), output)
