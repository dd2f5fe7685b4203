"""Every way the books can change, one file each. A change is one transaction and returns facts."""
