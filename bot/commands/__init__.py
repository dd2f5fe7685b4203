"""What an operator can order, one module a command.

Each has `arguments(parser)` and `carry_out(asked, settings) -> exit code`.
"""
