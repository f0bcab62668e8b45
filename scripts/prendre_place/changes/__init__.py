"""What a proposal changes for readers: the project of today beside that of another commit."""
