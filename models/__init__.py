"""The domain of Vormwijzer: no Qt, no reportlab, no spreadsheet library below this package."""
