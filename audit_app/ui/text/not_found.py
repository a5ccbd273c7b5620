"""Words of the screen at an address that leads nowhere."""

TITLE = "There is nothing at this address"
WHAT_TO_DO = "The link may be incomplete, or what it led to may have been removed. Everything you saved is still here."
GO_HOME = "Go to Home"
