"""The command line: `twosource`."""
