"""Roll-ups: closed months of many clubs added up over communes, provinces and the country."""
