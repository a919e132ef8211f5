"""What people read: workbook, figures, HTML."""
