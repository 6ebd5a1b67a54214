"""The supply chain of one material, drawn as a flow."""
