"""What the report says: one module a chapter, each a pure function from the brief to blocks.

:mod:`desktop.report.content.compose` puts them together.
"""
