"""`python -m bench` measures the main path; see bench.main_path for its options."""

from bench.main_path import main

if __name__ == "__main__":
    main()
