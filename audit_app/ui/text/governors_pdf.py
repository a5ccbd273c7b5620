"""Words of the button that makes the governors' PDF."""

PDF = "PDF for governors"
MAKING = "Making the PDF…"  # beside the button, while it is made
SAVE = "Save the PDF for governors"  # the title of the system's dialog
FILE = "Action plan"  # the file's name begins with it
