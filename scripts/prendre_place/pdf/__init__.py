"""Pages of the built site as PDF documents, for meetings and for libraries."""
