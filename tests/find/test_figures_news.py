"""Figures of whole sentences as an article gives them, kind by kind: a fault is a row."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from clusterdoc.facts import Source

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor
    from clusterdoc.facts import Figure

DAY = datetime.date(2024, 3, 4)
# Each figure as value, unit, change and what it measures; dates and times as TIMEX3.
KINDS: dict[str, list[tuple[str, list[str]]]] = {
    "the noun of value, not its place, payer or doer": [
        ("Revenue was €40m in France and €22m in Spain.", ["40000000 EUR of Revenue", "22000000 EUR of Revenue"]),
        (
            "Exports totalled $9bn to China and $4bn to Japan.",
            ["9000000000 USD of Exports", "4000000000 USD of Exports"],
        ),
        ("Costs ran to £6m in Leeds and £2m in York.", ["6000000 GBP of Costs", "2000000 GBP of Costs"]),
        (
            "Turnover in Norway was 30m kroner, and 12m kroner in Sweden.",
            ["30000000 NOK of Turnover", "12000000 NOK of Turnover"],
        ),
        ("The miner made $300 million last year.", ["300000000 USD of made", "2023"]),
        ("Kerr Foods lost £12m in 2023.", ["12000000 GBP down change of lost", "2023"]),
        ("The bank reported earnings of $2.1bn.", ["2100000000 USD of earnings"]),
        ("Ott Energy netted a profit of €80m.", ["80000000 EUR of profit"]),
        ("The airline took in $45m.", ["45000000 USD of took"]),
        ("Regulators fined the bank £12m for the breach.", ["12000000 GBP of fined"]),
        ("The firm was fined $3m by a judge in Oslo.", ["3000000 USD of fined"]),
        ("A tribunal ordered Kerr Ltd to pay €9,000 in damages.", ["9000 EUR of damages"]),
        ("The judge imposed a fine of $750 on the driver.", ["750 USD of fine"]),
        ("Police hit the club with a £20,000 penalty.", ["20000 GBP of penalty"]),
        ("Tourists pay Rs 250 for a large bottle.", ["250 INR of large bottle"]),
        ("She paid $40 for a haircut.", ["40 USD of haircut"]),
        ("Fans were charged £9 for a burger.", ["9 GBP of burger"]),
        ("The council bought the land for £3m.", ["3000000 GBP of land"]),
        ("He sold his boat to a neighbour for $12,000.", ["12000 USD of boat"]),
        ("They spend $5 on coffee each day.", ["5 USD of coffee"]),
        ("Insurers cover a third of the bill.", ["0.3333 of bill"]),
        ("The grant met two thirds of the price.", ["0.6667 of price"]),
        ("Parents fund 40% of the budget.", ["40 percent of budget"]),
        ("The city will absorb a quarter of the losses.", ["0.25 of losses"]),
        ("She planted a 3m by 4m garden.", ["3 meter of garden", "4 meter of garden"]),
        ("They built a 40ft by 20ft barn.", ["40 foot of barn", "20 foot of barn"]),
        ("He painted a 2-metre-high mural.", ["2 meter of mural"]),
        ("films range in price from £1", ["1 GBP of films"]),
        ("Films range in price from £1 to £9.", ["1..9 GBP of Films"]),
        ("Tickets vary in cost from $5 to $80.", ["5..80 USD of Tickets"]),
        ("Its phones start at $199.", ["199 USD of phones"]),
        ("Homes there cost between £200,000 and £350,000.", ["200000..350000 GBP of Homes"]),
        ("They want to cap the deficit at 3% of GDP.", ["3 percent of deficit"]),
        ("The pact limits the debt to 60% of GDP.", ["60 percent of debt"]),
        ("The deal keeps the shortfall below 4% of output.", ["< 4 percent of shortfall"]),
        ("The ministers held spending at 38% of GDP.", ["38 percent of spending"]),
        ("The plan brings the deficit down to 2.5% of GDP.", ["2.5 percent down to of deficit"]),
        ("The deficit will be kept under 3% of GDP.", ["< 3 percent of deficit"]),
    ],
    "what a noun of change changes": [
        (
            "Surgery net sales were $52.4 million, a 12.1% increase from $46.7 million a year earlier.",
            [
                "52400000 USD of Surgery net sales",
                "12.1 percent up change of Surgery net sales",
                "46700000 USD up from of Surgery net sales",
                "2023",
            ],
        ),
        ("Revenue reached £9m, a rise of 4%.", ["9000000 GBP of Revenue", "4 percent up change of Revenue"]),
        (
            "Output was 300 tonnes, down 5% from 316 tonnes.",
            ["300 metric_ton of Output", "5 percent down change of Output", "316 metric_ton down from of Output"],
        ),
        (
            "Device sales came to $33.5 million, up 1.4%.",
            ["33500000 USD of Device sales", "1.4 percent up change of Device sales"],
        ),
        (
            "Orders fell to 2,100, a drop of 8 per cent on the year.",
            ["2100 down to of Orders", "8 percent down change of Orders", "2024"],
        ),
        (
            "Profit was €4m, a 30% decline compared with 2022.",
            ["4000000 EUR of Profit", "30 percent down change of Profit", "2022"],
        ),
        (
            "Operating income grew to $18m, representing growth of 22%.",
            ["18000000 USD up to of Operating income", "22 percent up change of Operating income"],
        ),
        ("The firm had a loss per share of $0.22.", ["0.22 USD of loss per share"]),
        ("It reported earnings per share of $1.53.", ["1.53 USD of earnings per share"]),
        (
            "Diluted earnings per share were $2.10, compared with $1.90.",
            ["2.1 USD of Diluted earnings per share", "1.9 USD of Diluted earnings per share"],
        ),
        ("The firm earned $1.4 billion, or 1.53 per diluted share.", ["1400000000 USD of earned", "1.53 of earned"]),
        ("Net loss was $9m, or $0.31 per share.", ["9000000 USD of Net loss", "0.31 USD per share of Net loss"]),
        ("Adjusted profit was 62 cents per share.", ["0.62 USD per share of Adjusted profit"]),
        ("It paid a dividend of 8p per share.", ["0.08 GBP per share of dividend"]),
    ],
    "points of an index and their percentage": [
        (
            "The FTSE 100 rose 12.4 points, or 0.2%, to 7,512.3.",
            ["12.4 point up change of FTSE 100", "0.2 percent up change of FTSE 100", "7512.3 point up to of FTSE 100"],
        ),
        (
            "The S&P 500 lost 20 points, or 0.5%, to 4,010 and the Dow shed 150 points, or 0.4%, to 33,000.",
            [
                "20 point down change of S&P 500",
                "0.5 percent down change of S&P 500",
                "4010 point down to of S&P 500",
                "150 point down change of Dow",
                "0.4 percent down change of Dow",
                "33000 point down to of Dow",
            ],
        ),
        (
            "The Nikkei climbed 1.1%, or 300 points, to 28,500.",
            ["1.1 percent up change of Nikkei", "300 point up change of Nikkei", "28500 point up to of Nikkei"],
        ),
        (
            "The Hang Seng dropped by 400 points (2%) to 19,600.",
            ["400 point down change of Hang Seng", "2 percent of points", "19600 point down to of Hang Seng"],
        ),
        (
            "Wall Street's main index slid 1.2% to 4,120 points.",
            ["1.2 percent down change of main index", "4120 point down to of main index"],
        ),
    ],
    "a number whose verb stands with the one before": [
        (
            "Oil was weaker, with Brent down 1.1% at $82.40 and WTI down 1.3% at $78.10.",
            [
                "1.1 percent down change of Brent",
                "82.4 USD down to of Brent",
                "1.3 percent down change of WTI",
                "78.1 USD of WTI",
            ],
        ),
        (
            "Kerr won 51% of the vote, Dahl 30% and Ruiz 12%.",
            ["51 percent of vote", "30 percent of Dahl", "12 percent of Ruiz"],
        ),
        (
            "Norway has 12 mines, Sweden nine and Finland four.",
            ["12 mine of mines", "9 mine of mines", "4 mine of mines"],
        ),
        ("Polls put Ott on 48 per cent, Dahl on 33 per cent.", ["48 percent of Ott", "33 percent of Dahl"]),
        ("The Greens are at 9%, the Liberals at 14%.", ["9 percent of Greens", "14 percent of Liberals"]),
        (
            "Gold rose 0.3% to $1,950, silver 1% to $24.10 and platinum 2% to $990.",
            [
                "0.3 percent up change of Gold",
                "1950 USD up to of Gold",
                "1 percent up change of silver",
                "24.1 USD up to of silver",
                "2 percent up change of platinum",
                "990 USD up to of platinum",
            ],
        ),
        ("Kerr took 30 seats, Dahl 22.", ["30 seat of seats", "22 seat of seats"]),
    ],
    "a counted noun that is left out": [
        ("Of 90 ships that sailed, 12 came back.", ["90 ship of ships", "12 ship of ships"]),
        ("Of the 50 houses in the village, 30 were destroyed.", ["50 house of houses", "30 house of houses"]),
        ("She owned 12 horses, of which four had won races.", ["12 horse of horses", "4 horse of horses"]),
        (
            "He is charged with five counts of fraud; Keane with three.",
            ["5 count of counts of fraud", "3 count of counts of fraud"],
        ),
        ("Dahl faces six charges and Ruiz two.", ["6 charge of charges"]),
        (
            "Brandt faces nine counts of theft; his wife faces two.",
            ["9 count of counts of theft", "2 count of counts of theft"],
        ),
        (
            "The town opened four schools in 2020 and three in 2021.",
            ["4 school of schools", "2020", "3 school of schools", "2021"],
        ),
        (
            "six opposition and nine independent senators",
            ["6 senator of senators", "9 senator of independent senators"],
        ),
        (
            "Six opposition and nine independent senators voted against it.",
            ["6 senator of senators", "9 senator of independent senators"],
        ),
        (
            "Four Labour and two Green councillors walked out.",
            ["4 councillor of councillors", "2 councillor of Green councillors"],
        ),
        ("Eleven French and three Spanish boats were stopped.", ["11 boat of boats", "3 boat of Spanish boats"]),
        ("The jury of seven men and five women left.", ["7 man of men", "5 woman of women"]),
        (
            "Two senior and twelve junior doctors resigned.",
            ["2 doctor of junior doctors", "12 doctor of junior doctors"],
        ),
        ("400 homes by sale and 180 by tender", ["400 home of homes", "180 home of homes"]),
        ("The council disposed of 400 homes by sale and 180 by tender.", ["400 home of homes", "180 home of homes"]),
        ("The firm sold 300 cars online and 120 in shops.", ["300 car of cars", "120 car of cars"]),
        ("They moved 40 beds by road and 12 by air.", ["40 bed of beds", "12 bed of beds"]),
        (
            "They rescued 30 sheep on Monday and 18 on Tuesday.",
            ["30 sheep of sheep", "2024-03-04", "18 sheep of sheep", "2024-02-27"],
        ),
        ("The team won nine of its last 10.", ["9 of team", "10 of team"]),
        ("They won 7 of their first 9 games.", ["7 game of games", "1 game of games", "9 game of games"]),
        ("The Lions took four of five from the Bears.", ["4 game", "5 game"]),
    ],
    "pronouns and the age of an owner": [
        ("Ann Moreau died in June. She was 69.", ["2023-06", "69 year of Ann Moreau"]),
        ("Karl Dahl, a judge, retired on Monday. He is 71.", ["2024-03-04", "71 year of Karl Dahl"]),
        ("Maria Ruiz and her brother left. She is 24.", ["24 year of Maria Ruiz"]),
        (
            "The firm cut jobs in May. It lost $5m in the quarter.",
            ["2023-05", "5000000 USD down change of lost", "2024-Q1"],
        ),
        ("Acme Corp reported results on Tuesday. It earned $3m.", ["2024-02-27", "3000000 USD of earned"]),
        ("Nurses walked out on Friday. They want 5% more.", ["2024-03-01", "5 percent up change of Nurses"]),
        ("The bridge opened in 1990. It is 300 metres long.", ["1990", "300 meter of bridge"]),
        ("The ship sank off Oslo. It weighed 4,000 tonnes.", ["4000 metric_ton of weighed"]),
        ("The village lies in the north. It has 400 residents.", ["400 resident of residents"]),
        ("Police said the 41-year-old's car was found.", ["41 year"]),
        ("The 12-year-old's mother wept.", ["12 year"]),
        ("A 30-year-old's arrest led to protests.", ["30 year"]),
        ("The mayor praised the 9-year-old's bravery.", ["9 year"]),
    ],
    "rows, labels and brackets": [
        (
            "Revenue\\t2024\\t2023\nProduct sales\\t$120\\t$98\nServices\\t$45\\t$40",
            ["120 USD of Product", "98 USD of Product", "45 USD", "40 USD"],
        ),
        (
            "Turnover for the year was £4.2m (2023: £3.7m).",
            ["2024", "4200000 GBP of Turnover", "2023", "3700000 GBP of Turnover"],
        ),
        (
            "Net assets of €30m (2023: €28m) were reported.",
            ["30000000 EUR of Net assets", "2023", "28000000 EUR of Net assets"],
        ),
        (
            "Adjusted EBITDA rose to $9.1m (Q1 2023: $8.0m).",
            ["9100000 USD up to of Adjusted EBITDA", "2023-Q1", "8000000 USD of Adjusted EBITDA"],
        ),
        ("Deaths: 45", ["45 of Deaths"]),
        ("Total cost: $3.5 million", ["3500000 USD of Total cost"]),
        ("Population – 4,500", ["4500 of Population"]),
        ("Average rent – £950 a month", ["950 GBP per month of Average rent"]),
        (
            "Net income was $(1.1) million versus $2.0 million.",
            ["-1100000 USD of Net income", "2000000 USD of Net income"],
        ),
        ("Cash flow of $(450,000) was posted.", ["-450000 USD of Cash flow"]),
        ("Operating loss: (4.5) million", ["-4500000 of Operating loss"]),
        (
            "Index Close Move\nDow 30214.11 -88.40 -0.29%\nNasdaq 11672.50 +31.16 +0.27%",
            [
                "30214.11 of Dow",
                "-88.4 down change of Dow",
                "-0.29 percent down change of Dow",
                "11672.5 of Nasdaq",
                "31.16 up change of Nasdaq",
                "0.27 percent up change of Nasdaq",
            ],
        ),
        ("Acme 12.10 +0.40 +3.4%", ["12.1 of Acme", "0.4 up change of Acme", "3.4 percent up change of Acme"]),
    ],
    "dates and ordinals": [
        ("He was born on 3 May 1980 in Leeds.", ["1980-05-03"]),
        ("The strike enters its 500th day.", ["500 day of strike"]),
        ("a 500 day war", ["500 day of war"]),
        ("The 500-day siege ended.", ["500 day of siege"]),
        ("a 42% drawdown", ["42 percent of drawdown"]),
        ("The fund had a drawdown of 42.", ["42 of drawdown"]),
        ("The war entered its second year.", ["2 year of war"]),
        ("He told reporters at 5pm on Friday.", ["2024-03-01T17:00", "2024-03-01"]),
    ],
    '"m" is a million where nothing is long': [
        ("Costs of €500m-600m are likely.", ["500000000..600000000 EUR of Costs"]),
        ("The population grew by 10m to 67m.", ["10000000 up change of population", "67000000 up to of population"]),
        ("1.6m voters stayed at home.", ["1600000 voter of voters"]),
        ("Stores had 2.7m combined sales.", ["2700000 sale of combined sales"]),
        ("About 2m have fled.", ["~ 2000000 person"]),
        ("Viewers numbered 6.2m on Sunday.", ["6200000 of Viewers", "2024-03-03"]),
        ("Between £2m and 3m was lost.", ["2000000..3000000 GBP of lost"]),
        ("The tower is 90m.", ["90 meter of tower"]),
        ("He cleared 2.05m at the first attempt.", ["2.05 meter", "1 attempt of attempt"]),
        ("A wall 30m long fell.", ["30 meter down change of wall"]),
        ("She swam 400m in four minutes.", ["400 meter", "4 minute"]),
        (
            "Roughly 1.1m people were counted, up from 0.9m.",
            ["~ 1100000 person of people", "900000 person up from of people"],
        ),
        ("The blog had 12m hits.", ["12000000 hit of hits"]),
        ("The debt stood at 40m euros.", ["40000000 EUR of debt"]),
    ],
    "letters and names of money, and what it is for one of": [
        ("A $12m bill passed.", ["12000000 USD of bill"]),
        ("N500m was stolen.", ["500000000 NGN of stolen"]),
        ("They paid N2.5bn and GH¢12 million.", ["2500000000 NGN of paid", "12000000 GHS of paid"]),
        ("The state owes Rs.1,357.47 crore.", ["13574700000 INR of owes"]),
        ("Shares rose five pennies to $12 on Wall Street.", ["0.05 USD up change of Shares", "12 USD up to of Shares"]),
        ("A pint costs two pennies less in Leeds.", ["0.02 GBP of pint"]),
        ("The shares, listed on Nasdaq, slipped three pennies.", ["0.03 USD down change of shares"]),
        ("Oil rose to $13.20 a barrel.", ["13.2 USD per barrel up to of Oil"]),
        ("Wheat fetched $300 a tonne.", ["300 USD per metric_ton of Wheat"]),
        ("Rent is £900 per month.", ["900 GBP per month of Rent"]),
        ("They earn €15 an hour.", ["15 EUR per hour of earn"]),
        ("The tax is 20 cents a litre and €5/kg.", ["0.2 USD per liter of tax", "5 EUR per kilogram of tax"]),
        ("The fee was $20 a head.", ["20 USD per head of fee"]),
    ],
    "a change and a level": [
        ("The shares gained 3 percent to 412.", ["3 percent up change of shares", "412 up to of shares"]),
        ("They will raise it from 60 to 65.", ["60 up from", "65 up to"]),
        ("The age was lifted from 60 to 62.", ["60 up from of age", "62 up to of age"]),
        ("Sales slipped from 400 to 390.", ["400 down from of Sales", "390 down to of Sales"]),
        ("The rate was trimmed from 5% to 4.75%.", ["5 percent of rate", "4.75 percent of rate"]),
        ("Staff numbers shrank from 120 to 80.", ["120 down from of Staff numbers", "80 down to of Staff numbers"]),
        ("Turnout edged up from 55% to 56%.", ["55 percent up from of Turnout", "56 percent up to of Turnout"]),
        ("Ridership ballooned from 2,000 to 9,000.", ["2000 up from of Ridership", "9000 up to of Ridership"]),
        ("The fee went from £5 to £8.", ["5 GBP of fee", "8 GBP of fee"]),
        (
            "A magnitude 5.1 tremor struck 20km north of the town.",
            ["5.1 magnitude of tremor", "20 kilometer of tremor"],
        ),
    ],
    "one figure of many parts": [
        ("She is 5ft 9in tall.", ["69 inch"]),
        ("She was given two years and three months in prison.", ["2.25 year of prison"]),
        ("It took three hours and 20 minutes.", ["200 minute"]),
        ("The baby weighed 7lb 4oz.", ["116 ounce of weighed"]),
        ("The train took 1hr 45min.", ["105 minute of train"]),
        ("It ran at 2.4Ghz.", ["2.4 gigahertz"]),
        ("The bolt holds 9 ksi.", ["9 kip_per_square_inch of bolt"]),
        ("The hum was at 50 HZ.", ["50 hertz of hum"]),
        ("The margin rose 0.3 pp.", ["0.3 percentage_point up change of margin"]),
        ("The rate was 12.5 per 100,000.", ["12.5 per 100,000 of rate"]),
        ("There were 8 murders per 100,000 people.", ["8 murder per 100,000 people of murders"]),
        ("The odds were 9 to 1.", ["9 of odds"]),
        ("Students outnumber teachers by 20 to 1.", ["20 of Students outnumber teachers"]),
        ("It trades at 12 times earnings.", ["12 of earnings"]),
        ("The death rate is 40 per 1,000 births.", ["40 per 1,000 births"]),
    ],
    "ages, periods and vague amounts": [
        ("under the age of 12", ["< 12 year"]),
        ("Children under the age of 12 eat free.", ["< 12 year of Children"]),
        ("Women over the age of 40 were asked.", ["> 40 year of Women"]),
        ("The under-21s won.", ["< 21 year"]),
        ("Adults over 60 ride free.", ["> 60 year of Adults"]),
        ("Men under 30 pay more.", ["< 30 year of Men"]),
        ("Sales rose 9% over a three-year period.", ["9 percent up change of Sales", "3 year of period"]),
        ("The plan runs over a ten-day span.", ["10 day of span"]),
        ("Costs fell over the five-year term.", ["5 year of term"]),
        ("He won three titles over two spells.", ["3 title of titles", "2 spell of spells"]),
        ("It took over three years.", ["> 3 year"]),
        ("A multibillion-euro plan failed.", ["1000000000..10000000000 EUR of plan"]),
        ("It is a multi-billion pound industry.", ["1000000000..10000000000 GBP of industry"]),
        ("A couple dozen cars burned.", ["~ 24 car of cars"]),
    ],
    "periods and zones": [
        ("Growth for 2025-26 is 6%.", ["2025/2026", "6 percent of Growth"]),
        ("The 2023/24 season ended.", ["2023/2024"]),
        ("FY23 was weak.", ["FY2023"]),
        ("Profits in Q2 rose.", ["2023-Q2"]),
        ("In the September quarter sales rose.", ["2023-Q3"]),
        ("The March quarter was dull.", ["2024-Q1"]),
        ("Results for the June 2023 quarter were good.", ["2023-Q2"]),
        ("In the three months to June profits fell.", ["3 month", "2023-06"]),
        ("The vote closed at 18:00 UTC.", ["2024-03-04T18:00Z"]),
        ("It was 10am CET on 2 January 2024.", ["2024-01-02T10:00+01:00", "2024-01-02"]),
        ("The match is at 8 p.m. PDT on 9 July 2023.", ["2023-07-09T20:00-07:00", "2023-07-09"]),
        ("It happened at 4 p.m. local time on 2 March 2024.", ["2024-03-02T16:00", "2024-03-02"]),
        ("He signed on 02-Jan-2023.", ["2023-01-02"]),
        ("The 2019–20 season was cut short.", ["2019/2020"]),
        ("Spending in fiscal 2024-25 rose.", ["2024/2025"]),
        ("The first half of 2023 was wet.", ["2023-H1"]),
        ("Q3 FY24 sales rose 4%.", ["FY2024-Q3", "4 percent up change of Q3 FY24 sales"]),
        ("2Q23 profit fell.", ["2023-Q2"]),
    ],
    "nobody counts in thousandths": [
        ("Around 12.500 fans watched.", ["~ 12500 fan of fans"]),
        ("He bought it for 300.000 VND.", ["300000 VND"]),
        ("About 7.000 residents fled.", ["~ 7000 resident of residents"]),
        ("They killed 1.200 sheep.", ["1200 sheep of sheep"]),
        ("The farm has 2.500 cows.", ["2500 cow of cows"]),
        ("It weighs 5.000 kg.", ["5 kilogram of weighs"]),
        ("The town has 45.000 inhabitants.", ["45000 inhabitant of inhabitants"]),
        ("At least 3.500 spectators saw it.", [">= 3500 spectator of spectators"]),
    ],
    "names and clocks that count nothing": [
        ("He hit the post with 3:12 left in the third quarter.", []),
        ("Kerr (23) and Dahl (41) were out lbw.", []),
        ("He has 12 triple-doubles.", ["12 double of triple-doubles"]),
        ("They lead two-nil.", []),
        ("It runs in No.6.", []),
        ("He lives at 1207 Ninth St.", []),
        ("The railway's bridge 27 is shut.", []),
        ("Speaking on BBC Radio 4's Today programme, she said so.", []),
        ("Her film Four Days in May won.", ["2023-05"]),
        ("The song 99 Problems was played.", []),
    ],
    "one dead or wounded": [
        ("One soldier has been killed.", ["1 soldier of soldier"]),
        ("One soldier was killed and another was wounded.", ["1 soldier of soldier", "1 person of wounded"]),
        ("Another was wounded.", ["1 person of wounded"]),
        ("One man died and another is missing.", ["1 man of man", "1 person of missing"]),
        ("The blast killed one and injured another.", ["1 person", "1 person"]),
        ("A second person was hurt.", ["2 person of person"]),
        ("One woman was shot dead; another was stabbed.", ["1 woman of woman", "1 woman of woman"]),
        ("Another policeman has been injured.", ["1 policeman of policeman"]),
        ("One of the guards was hurt and another died.", ["1 guard of guards weak", "1 person of died"]),
        ("One dead, two hurt in crash.", ["1 person of dead", "2 person of hurt"]),
        ("Another 12 were hurt.", ["12 person of hurt"]),
        ("Another two people were killed.", ["2 person of people"]),
    ],
    "found by reading other articles": [
        ("Kerr was freed within an hour of the call.", ["<= 1 hour of freed"]),
        ("The town has been an ally for more than a century.", ["> 1 century of ally"]),
        ("The study looked at suicides by 10–19 year olds in May.", ["10..19 year", "2023-05"]),
        ("A 6.3 magnitude earthquake hit Leeds.", ["6.3 magnitude of earthquake"]),
        ("The wreck lay 50 miles south of Okinawa.", ["50 mile of wreck"]),
        (
            "The ten states with the most guns had more deaths; the ten with the fewest had less.",
            ["10 state of states", "10 state of states"],
        ),
        ("Millions dwell in slums.", ["1000000..10000000 person"]),
        ("Theft can carry a sentence up to twelve years in Polish law.", ["<= 12 year of carry a sentence"]),
        ("She became the first person to run a marathon in under two hours.", ["1 person of person", "< 2 hour"]),
        ("Four of the deceased were from overseas.", ["4 deceased of deceased"]),
        (
            "It was held on the last weekend of July — July 27–28 — in Leeds.",
            ["2024-W09-WE", "2023-07", "2023-07-27", "2023-07-28"],
        ),
    ],
    "ages of one person, prices in pounds, sums that are for something": [
        ("A boy of 14 was arrested.", ["14 year of boy"]),
        ("A woman of about 40 and a child of three were hurt.", ["~ 40 year of woman", "3 year of child"]),
        ("He married a widow of 60.", ["60 year of widow"]),
        ("The body of a man of 82 was found.", ["82 year of man"]),
        ("A team of 14 left.", ["14 of team"]),
        ("A man of five talents came.", ["5 talent of talents"]),
        ("The lake holds 40m cubic metres.", ["40000000 cubic meter of lake"]),
        ("The firm let 3m square metres.", ["3000000 square meter of firm"]),
        ("It holds 2m cubic metres of water.", ["2000000 cubic meter of water"]),
        ('"It is 40 metres high," Ott said of the tower.', ["40 meter"]),
        ('The tower opened in May. "It is 40 metres high," Ott said.', ["2023-05", "40 meter of tower"]),
        ('"They are 30cm deep," said Kerr.', ["30 centimeter"]),
        ('"It costs $40," Ruiz said.', ["40 USD"]),
        ("He was charged under 17 U.S. Code.", []),
        ("It breaks 42 U.S.C. 1983.", []),
        ("They cite 18 U.S. Code § 2252.", []),
        ("Under 26 CFR 1.61 it is taxed.", []),
        ("It hired 17 U.S. workers.", ["17 worker of U.S. workers"]),
        ("The shares rose to 104.80 pounds.", ["104.8 GBP up to of shares"]),
        ("The stock fell 3 pounds to 41.20 pounds.", ["3 GBP down change of stock", "41.2 GBP down to of stock"]),
        ("The ticket costs 40 pounds.", ["40 GBP of ticket"]),
        ("The fine was 60 pounds.", ["60 GBP of fine"]),
        ("He paid 300 pounds for the boat.", ["300 GBP of boat"]),
        ("She weighs 140 pounds.", ["140 pound of weighs"]),
        ("They stole 40 pounds of cheese.", ["40 pound of cheese"]),
        ("He was paid to lose 40 pounds.", ["40 pound down change"]),
        (
            "Brent settled at $82.10 a barrel, up 40 cents.",
            ["82.1 USD per barrel of Brent", "0.4 USD up change of Brent"],
        ),
        ("Gold was at $1,901 an ounce, down $4.", ["1901 USD per ounce of Gold", "4 USD down change of Gold"]),
        ("Men aged 18 to 24 drive least.", ["18..24 year of Men"]),
        ("Women aged 50 to 65 vote most.", ["50..65 year of Women"]),
        ("Out of 30 players, only nine trained.", ["30 player of players", "9 player of players"]),
        ("Out of the 12 schools, just three reopened.", ["12 school of schools", "3 school of schools"]),
        ("A child of two won.", ["2 KRW of child"]),
        ("The council will spend £2m on roads and £1m on parks.", ["2000000 GBP of roads", "1000000 GBP of parks"]),
        ("Prices start from £20 for adults and £10 for children.", ["20 GBP of adults", "10 GBP of children"]),
        ("They paid $3m for a flat and $1m for a boat.", ["3000000 USD of flat", "1000000 USD of boat"]),
        ("He spent €40 on wine and €12 on bread.", ["40 EUR of wine", "12 EUR of bread"]),
        ("Ott bought a car for $9,000 and a bike for $400.", ["9000 USD of car", "400 USD of bike"]),
        ("The Topix was off 0.4% at 1,990.", ["0.4 percent down change of Topix", "1990 down to of Topix"]),
        ("Shares in Kerr Foods were off 2%.", ["2 percent down change of Shares"]),
        ("Oil is off $3 at $71.", ["3 USD down change of Oil", "71 USD down to of Oil"]),
        ("The Dow was off 120 points.", ["120 point down change of Dow"]),
        (
            "The Dow shed 1.2%, the S&P 500 0.8% and the Nasdaq 0.3%.",
            [
                "1.2 percent down change of Dow",
                "0.8 percent down change of S&P 500",
                "0.3 percent down change of Nasdaq",
            ],
        ),
        ("The S&P 500 gained 2%, the Nasdaq 3%.", ["2 percent up change of S&P 500", "3 percent up change of Nasdaq"]),
        (
            "Kerr Foods fell 2%, the Topix 100 3%.",
            ["2 percent down change of Kerr Foods", "3 percent down change of Topix 100"],
        ),
    ],
}
ROWS = [(kind, text, found) for kind, rows in KINDS.items() for text, found in rows]


def told(figure: Figure) -> str:
    """Return what a figure says in one line."""
    if figure.kind in {"date", "time"}:
        return f"{figure.timex}{' weak' * figure.weak}"
    value = f"{figure.low:.12g}..{figure.high:.12g}" if figure.value is None else f"{round(figure.value, 4):.12g}"
    bound = "" if figure.bound in {"=", "range"} else figure.bound
    per = figure.per and f"per {figure.per}"
    role = "" if figure.role == "level" else figure.role
    of = figure.of and f"of {figure.of.text}"
    cells = (bound, value, figure.unit, per, figure.trend, role, of, "weak" * figure.weak)
    return " ".join(cell for cell in cells if cell)


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in ROWS], ids=[f"{kind}: {text}" for kind, text, _ in ROWS]
)
def test_a_figure_is_the_same_however_it_is_said(found: Extractor, text: str, expected: list[str]) -> None:
    assert [told(figure) for figure in found.extract(Source("a", text), DAY).figures] == expected
