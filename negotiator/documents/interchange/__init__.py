"""The product's own format `negotiator/1`: a negotiation or a proposal, YAML or JSON."""
