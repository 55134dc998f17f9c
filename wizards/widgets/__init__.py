"""The controls that pages share: labels, buttons, fields, lists of records, scale, figures."""
