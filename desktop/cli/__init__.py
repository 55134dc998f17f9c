"""The command line of Vormwijzer, in Dutch."""
