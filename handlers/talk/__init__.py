"""The front desk: hearing, keeping dialogues, answering."""
