print("theo")
