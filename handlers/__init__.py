"""One file per thing a person can do. The listing of this folder is the list of what people can
do.
"""
