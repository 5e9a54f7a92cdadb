"""The docx format: a Word document whose endnotes quote each passage."""
