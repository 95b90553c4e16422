"""Has a running LibreOffice Writer compare two Word files; run with the Python that knows UNO.

`python3 writer.py PIPE OLD NEW RESULT` prints the seconds that opening, comparing and saving take.
It stands alone: that Python has no other package.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from typing import Any

uno: Any = import_module("uno")

PATIENCE = 60.0  # seconds for LibreOffice to start


def main(pipe: str, old: str, new: str, result: str) -> None:
    """Compare `new` with `old` and save the tracked changes as `result`."""
    context = _connected(pipe)
    desktop = _service(context, "com.sun.star.frame.Desktop")
    dispatcher = _service(context, "com.sun.star.frame.DispatchHelper")
    begun = time.perf_counter()
    document = desktop.loadComponentFromURL(_url(new), "_blank", 0, (_property("Hidden", True),))
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(
        frame, ".uno:CompareDocuments", "", 0, (_property("URL", _url(old)),)
    )
    document.storeToURL(_url(result), (_property("FilterName", "MS Word 2007 XML"),))
    print(time.perf_counter() - begun)
    document.close(True)


def _connected(pipe: str) -> Any:
    resolver = _service(uno.getComponentContext(), "com.sun.star.bridge.UnoUrlResolver")
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(address)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)


def _service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def _property(name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _url(path: str) -> Any:
    return uno.systemPathToFileUrl(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
