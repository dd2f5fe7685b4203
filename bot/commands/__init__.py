"""What an operator can order, one module a command: `arguments(parser)` and `carry_out(asked, settings) -> exit code`."""
