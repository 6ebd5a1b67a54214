"""A list of twelve events, as a facilitator has it in a file."""

from __future__ import annotations

TWELVE = """\
Serial,Turn,Trigger,Condition,From,To,Delivery,Subject,Message,Model effect,Contingency (y/n),Visible to,My column
01,1,turn,,Control,all,cable,Begin,"This is an exercise.
Read your briefing.",,,,blue
02,2,turn,,A paper,all,news,Prices,They rise,,,,
03,3,turn,,A minister,Japan,phone,In confidence,Only for you: how long do stocks last?,,,,private
04,3,,,A trader,seats,market,Offer,Salt for sale,,,,
05,4,turn,,Control,"usa, eu",cable,To two,Talk to one another,,,,
06,,condition,month() >= 2,A paper,all,rumour,After two turns,It is said that …,,,,
07,,condition,year() > 2100,A paper,all,rumour,Never,It is said that …,,,,

08,2,turn,,Control,all,news,Held,Not yet,,,,
09,,,,A paper,all,news,By hand,Something,,,,
10,5,turn,,Red,cells,cable,To cells,Think,,,control,
11,,manual,,Parliament,Japan,cable,Money,=SUM(A1) is text,budget(japan) + 300,y,,
12,6,turn,,A paper,all,news,The trawler,A captain is held,happen(trawler),y,,
"""
