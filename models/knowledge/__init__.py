"""The knowledge of the product: schemas for ``resources/knowledge`` and the loader."""

from models.knowledge.loader import Knowledge, KnowledgeError, load_knowledge

__all__ = ["Knowledge", "KnowledgeError", "load_knowledge"]
