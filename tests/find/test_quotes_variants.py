"""Five variants and more of each kind of construction that was once read wrong: what is said, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from quoted import attributed

from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

# text ("¶" is a paragraph break), and "content <- speaker" of each quote, "?" for a speaker that is not known
KINDS: Final[dict[str, list[tuple[str, list[str]]]]] = {
    "A possessor in a title says nothing of its bearer": [
        ("Dora Quill, King Otto's niece, arrived late. “We won,” she said.", ["“We won,” <- Dora Quill"]),
        ("Jan Lindt, the duchess's driver, opened the gate. “It was dark,” he said.", ["“It was dark,” <- Jan Lindt"]),
        ("Princess Ida's brother, Karl Brandt, left early. “I was tired,” he said.", ["“I was tired,” <- Karl Brandt"]),
        (
            "Peter Moss, the son of Lady Greta Moss, was in court. “I am sorry,” he said.",
            ["“I am sorry,” <- Peter Moss"],
        ),
        (
            "Nina Falk, Prince Leo's lawyer, was blunt. “There is no case,” she said.",
            ["“There is no case,” <- Nina Falk"],
        ),
    ],
    "An unnamed source that spoke, not the reporter of the lead-in": [
        (
            'Our correspondent Amy Kerr reports:¶The lock closed late, an official said.¶"We had no orders," he said.',
            ["The lock closed late <- an official", '"We had no orders," <- an official'],
        ),
        (
            'Tom Weir writes from Leeds:¶A nurse said the ward was full.¶"We turned people away," she said.',
            ["the ward was full <- A nurse", '"We turned people away," <- A nurse'],
        ),
        (
            'By Lena Ott in Cairo¶The rebels left at dawn, a witness said.¶"They took the trucks," he said.',
            ["The rebels left at dawn <- a witness", '"They took the trucks," <- a witness'],
        ),
        (
            'Reporter Bo Dahl was there. The driver braked late, an investigator told him. "He was asleep," he said.',
            ["The driver braked late <- an investigator", '"He was asleep," <- an investigator'],
        ),
    ],
    "A quarter is no person and bears no title": [
        ("Food prices may not ease in Q4, the Governor said.", ["Food prices may not ease in Q4 <- Governor"]),
        (
            "Bank of Sarn Governor Tariq Noor said growth would hold. Inflation may rise in H2, the governor added.",
            ["growth would hold <- Tariq Noor", "Inflation may rise in H2 <- Tariq Noor"],
        ),
        (
            "Chief executive Bo Dahl spoke on Monday. The Q1 results were poor, the chief executive said.",
            ["The Q1 results were poor <- Bo Dahl"],
        ),
    ],
    "Several people are not one of them": [
        (
            "The defendants, Nora Vance, Paul Dietz and Tim Roe, said they were innocent.",
            ["they were innocent <- The defendants, Nora Vance, Paul Dietz and Tim Roe"],
        ),
        (
            "Three lawyers, Ann Lee, Bo Dahl and Amy Kerr, argued that the ban was void.",
            ["that the ban was void <- Three lawyers, Ann Lee, Bo Dahl and Amy Kerr"],
        ),
        (
            "Ann Lee and Bo Dahl were charged in May. The defendants said the files were forged.",
            ["the files were forged <- The defendants"],
        ),
        (
            "The researchers Ann Lee and Bo Dahl found that sleep helps.",
            ["that sleep helps <- The researchers Ann Lee and Bo Dahl"],
        ),
        (
            "Two of the players, Ann Lee and Bo Dahl, said they would leave.",
            ["they would leave <- Two of the players, Ann Lee and Bo Dahl"],
        ),
    ],
    "Nobody said it, or it is only supposed": [
        ("Not one of the ministers said that the plan was dead.", []),
        ("No spokesman said the deal was off.", []),
        ("Hardly anyone said the plan would work.", []),
        ("Neither side said the talks had failed.", []),
        ("If the court rules that the ban is void, schools will reopen.", []),
        ("Should Ott say that rates will rise, the pound will gain.", []),
        ("Whether Ott says the plan is dead is unclear.", []),
    ],
    "Two speakers in one sentence": [
        ('"We lost," Dahl said; "we were robbed," said Ott.', ['"We lost," <- Dahl', '"we were robbed," <- Ott']),
        ('"We lost," said Dahl; Ott said: "We were robbed."', ['"We lost," <- Dahl', '"We were robbed." <- Ott']),
        ("“Too late,” Kerr said, and “too little,” said Ott.", ["“Too late,” <- Kerr", "“too little,” <- Ott"]),
        ("Lee called it “a mess”; Hart called it “a gift”.", ["it “a mess” <- Lee", "it “a gift” <- Hart"]),
        (
            "“It rained,” Lee said. “It snowed,” said Hart; “it was cold,” said Dahl.",
            ["“It rained,” <- Lee", "“It snowed,” <- Hart", "“it was cold,” <- Dahl"],
        ),
    ],
    "An age is somebody's": [
        ("Bo Dahl, 41, won in May. The 41-year-old said the race was hard.", ["the race was hard <- Bo Dahl"]),
        ("Lena Ott (29) beat Amy Kerr (31). “I was lucky,” the 29-year-old said.", ["“I was lucky,” <- Lena Ott"]),
        ("Rui Lopes, aged 63, retired. “I am tired,” the 63-year-old told the paper.", ["“I am tired,” <- Rui Lopes"]),
        ('Anna Berg turned 18 in May. "I can vote," said the 18-year-old.', ['"I can vote," <- Anna Berg']),
        (
            'The 34-year-old striker Bo Dahl joined in May. "I am happy," the 34-year-old said.',
            ['"I am happy," <- Bo Dahl'],
        ),
    ],
    "A paragraph in marks after a sentence of saying": [
        (
            "Insp Amy Kerr said the road was closed.¶“People should stay at home tonight.”",
            ["the road was closed <- Amy Kerr", "“People should stay at home tonight.” <- Amy Kerr"],
        ),
        (
            "A police spokesman said two men were held.¶“We ask people to come forward.”",
            ["two men were held <- A police spokesman", "“We ask people to come forward.” <- A police spokesman"],
        ),
        (
            "The mayor, Lena Ott, told the council the plan was ready.¶“It will be built in May.”",
            ["the plan was ready <- Lena Ott", "“It will be built in May.” <- Lena Ott"],
        ),
        (
            "Bo Dahl said he was sorry.¶“I made a mistake and I will pay for it.”¶The council will meet in May.",
            ["he was sorry <- Bo Dahl", "“I made a mistake and I will pay for it.” <- Bo Dahl"],
        ),
    ],
    '", and …", ", but …" go on, or the writer does': [
        (
            "Ott said the road was closed, and the police would stay all night.",
            ["the road was closed, and the police would stay all night <- Ott"],
        ),
        (
            "Dahl said the firm had lost money, and added that jobs would go.",
            ["the firm had lost money <- Dahl", "that jobs would go <- Dahl"],
        ),
        ("The bank said rates would rise, but inflation is expected to fall.", ["rates would rise <- The bank"]),
        ("Dahl said he was tired, but he would run again.", ["he was tired, but he would run again <- Dahl"]),
        (
            "Kerr said that the bridge was unsafe, and it should be closed.",
            ["that the bridge was unsafe, and it should be closed <- Kerr"],
        ),
    ],
    "What came of the saying is the writer's": [
        ("Ott said the mine would close, prompting protests in three towns.", ["the mine would close <- Ott"]),
        (
            "The court ruled that the ban was void, sparking anger among farmers.",
            ["that the ban was void <- The court"],
        ),
        ("Dahl said he would resign, sending the shares down 5%.", ["he would resign <- Dahl"]),
        ("The agency said the virus had spread, raising fears of a new wave.", ["the virus had spread <- The agency"]),
        ("Kerr said the film was dull, drawing boos from the crowd.", ["the film was dull <- Kerr"]),
    ],
    "One who says something before noting something else": [
        (
            "Kerr said rents were fair before noting that wages had risen.",
            ["rents were fair <- Kerr", "that wages had risen <- Kerr"],
        ),
        (
            "Ott said the plan was good before adding that it was late.",
            ["the plan was good <- Ott", "that it was late <- Ott"],
        ),
        ("Dahl praised the crew before saying the ship was lost.", ["the crew <- Dahl", "the ship was lost <- Dahl"]),
        (
            "Ott said the road was safe after noting that no one had been hurt.",
            ["the road was safe <- Ott", "that no one had been hurt <- Ott"],
        ),
        (
            "Dahl said the club was fine while admitting that it had debts.",
            ["the club was fine <- Dahl", "that it had debts <- Dahl"],
        ),
    ],
    "A clause of saying within the sentence that it says": [
        ("The plan, Dahl told the council on Monday, was dead.", ["The plan … was dead <- Dahl"]),
        ("The mine will, Ott said on Friday, close in May.", ["The mine will … close in May <- Ott"]),
        ("Rents, the bank said in a report, rose by 3%.", ["Rents … rose by 3% <- the bank"]),
        ("The firm, said Dahl, a trader at Acme, will pay.", ["The firm … will pay <- Dahl"]),
        ("What matters, Ott said in an interview with the paper, is trust.", ["What matters … is trust <- Ott"]),
        (
            "It was the rain, Kerr told reporters, that stopped the race.",
            ["It was the rain … that stopped the race <- Kerr"],
        ),
        (
            "A second wave could, the agency warned on Tuesday, hit the north.",
            ["A second wave could … hit the north <- the agency"],
        ),
        (
            "The firm's plan to cut jobs, the union said on Monday, is a disgrace.",
            ["The firm's plan to cut jobs … is a disgrace <- the union"],
        ),
    ],
    "A list of verbs after one cue": [
        (
            "Prosecutors alleged that Vance lied to the court, took bribes and hid the money in a shed.",
            ["that Vance lied to the court, took bribes and hid the money in a shed <- Prosecutors"],
        ),
        (
            "Police alleged he broke into the house, stole a ring and fled to Oslo.",
            ["he broke into the house, stole a ring and fled to Oslo <- Police"],
        ),
        (
            "The suit alleges that the firm dumped waste, lied about it and paid off the mayor.",
            ["that the firm dumped waste, lied about it and paid off the mayor <- The suit"],
        ),
        (
            'Prosecutors said Roe "played cards," slept in a van and went home early.',
            ['Roe "played cards," slept in a van and went home early <- Prosecutors'],
        ),
        (
            "The report said that guards beat the men, burned their clothes and left them in the snow.",
            ["that guards beat the men, burned their clothes and left them in the snow <- The report"],
        ),
    ],
    "A sentence ends after a clock or a unit with a stop": [
        ("Ott said the train left at 9 a.m. The driver was late.", ["the train left at 9 a.m. <- Ott"]),
        ("Dahl said the plan would cost £3m. Kerr disagreed.", ["the plan would cost £3m <- Dahl"]),
        (
            "Ott said sales fell to $2.5m. “It was a bad year,” she said.",
            ["sales fell to $2.5m. <- Ott", "“It was a bad year,” <- Ott"],
        ),
        ("The firm said it would lose $40m. Analysts had expected less.", ["it would lose $40m <- The firm"]),
        ("Ott said the meeting was at 3 p.m. She left at noon.", ["the meeting was at 3 p.m. <- Ott"]),
    ],
    "Somebody is told, and not said": [
        ("Ott told staff wages would rise.", ["wages would rise <- Ott"]),
        ("Dahl told MPs the plan was dead.", ["the plan was dead <- Dahl"]),
        ("The bank told investors profits would fall.", ["profits would fall <- The bank"]),
        ("Kerr assured parents schools were safe.", ["schools were safe <- Kerr"]),
        ("Police told the BBC two men were held.", ["two men were held <- Police"]),
    ],
    "Any verb that touches a closing mark": [
        ("“We won!” grinned Lena Ott.", ["“We won!” <- Lena Ott"]),
        ("“Who did it?” Kerr frowned.", ["“Who did it?” <- Kerr"]),
        ("“Is it over?” wept Amy Kerr.", ["“Is it over?” <- Amy Kerr"]),
        ("“Come back!” Ott pleaded.", ["“Come back!” <- Ott"]),
        ('"We are ready to fight" tweeted Mayor Ott.', ['"We are ready to fight" <- Ott']),
    ],
    "Nouns of saying, and passives": [
        ("Ott's warnings that rents would rise were ignored.", ["that rents would rise <- Ott"]),
        ("Dahl's repeated claims that the vote was stolen were false.", ["that the vote was stolen <- Dahl"]),
        (
            "The minister's denial that he had met the envoy surprised few.",
            ["that he had met the envoy <- The minister"],
        ),
        ("The deal was described by Bo Dahl as a gift.", ["The deal … as a gift <- Bo Dahl"]),
        ('He was described as "a thief" by the judge.', ['He … as "a thief" <- the judge']),
        ('The film was called "a bore" by critics.', ['The film … "a bore" <- critics']),
    ],
    "A question that is asked, and its answer": [
        ("Asked why the road was closed, Dahl said it was unsafe.", ["it was unsafe <- Dahl"]),
        ("Asked whether she would run, Ott said no.", ["no <- Ott"]),
        ("Asked about the deal, Kerr said talks go on.", ["talks go on <- Kerr"]),
        ("When asked why he left, Dahl said: “I was tired.”", ["“I was tired.” <- Dahl"]),
    ],
    "No speech": [
        ("The paper, citing two officials, said the deal was off.", ["the deal was off <- The paper"]),
        ("The data suggest that rents fell.", []),
        ("The results indicate that the drug works.", []),
        ("Her tone suggested that she was angry.", []),
        ("Confirming the sale, Ott said it was fair.", ["it was fair <- Ott"]),
        ("The flood threatened to cut off the village.", []),
        ("At tea on Friday, the visitors declared.", []),
        ("Acme reported quarterly earnings.", []),
        ("The storm claimed four lives.", []),
        ("He claimed the prize.", []),
        ("The team announced itself with a win.", []),
        ("A banker asked not to be named because talks go on.", []),
        ("This is one way to explain the loss.", []),
    ],
    "A verb that opens its sentence, a signature, marks without blanks": [
        ('Said Lena Ott: "It was fair."', ['"It was fair." <- Lena Ott']),
        ('"We have a witness" - Dana Cole', ['"We have a witness" <- Dana Cole']),
        ('"Not today," he said, but "maybe" tomorrow.', ['"Not today," … "maybe" tomorrow <- ?']),
        ('"We will rebuild,"said Lena Ott."It is ours."', ['"We will rebuild," … "It is ours." <- Lena Ott']),
        ('"Was it you?"she asked.', ['"Was it you?" <- ?']),
        ("The talks were led by Prime\nMinister Lena Ott, who said rents fell.", ["rents fell <- Lena Ott"]),
    ],
    "Headlines, and sentences that the parse takes for something else": [
        (
            "Rents will fall, an official told of the plan said Sunday.",
            ["Rents will fall <- an official told of the plan"],
        ),
        (
            "The mine will close, an aide briefed on the talks said Monday.",
            ["The mine will close <- an aide briefed on the talks"],
        ),
        ("Rents will fall, Sen. Lena Ott (R-N.C.) told the Daily Post on Thursday.", ["Rents will fall <- Lena Ott"]),
        ("Prices to fall, minister says", ["Prices to fall <- minister"]),
        ("Bank to cut 300 jobs, sources say", ["Bank to cut 300 jobs <- sources"]),
        ("New hospital to open in May, mayor announces", ["New hospital to open in May <- mayor"]),
        ("Ferry crew rescued off Tolva, coastguard says", ["Ferry crew rescued off Tolva <- coastguard"]),
        ("Minister: prices will fall", ["prices will fall <- Minister"]),
        ("Source: company data", []),
    ],
    "Who wrote it, and what only has a name before it": [
        ("Mortality averaged 50% according to WHO's statistics.", ["Mortality averaged 50% <- WHO"]),
        ("Rents fell, according to a NATO press release.", ["Rents fell <- NATO"]),
        ("A UN report found that rents fell.", ["that rents fell <- A UN report"]),
        ("Other Republicans urged him to go on.", ["to go on <- Other Republicans"]),
        (
            'The Guard has announced an order by Admiral Lena Ott directing the crews to "join the hunt."',
            [
                'an order by Admiral Lena Ott directing the crews to "join the hunt." <- Guard',
                'to "join the hunt." <- Lena Ott',
            ],
        ),
    ],
    "A source that the parse leaves out": [
        (
            "In view of their plea, prosecution counsel, M.K. Ott, asked the court for a trial date.",
            ["a trial date <- M.K. Ott"],
        ),
        (
            "Experts called it dubious, as margins are thin, while noting that it is needed.",
            ["it dubious <- Experts", "that it is needed <- Experts"],
        ),
        ("Two held after fire - police", ["Two held after fire <- police"]),
    ],
    '"They" are several, "the company" is the one firm spoken of': [
        (
            "The stores were slow to act, according to a report from ABC News in which they said they had no plans.",
            ["The stores were slow to act <- ABC News", "they had no plans <- The stores"],
        ),
        ("Acme Corp. opened a plant. Acme will hire. The company said sales rose.", ["sales rose <- Acme Corp."]),
        (
            "The lawyers, Ann Lee and Bo Dahl, both said that the ban was void.",
            ["that the ban was void <- The lawyers, Ann Lee and Bo Dahl"],
        ),
    ],
    "What goes on behind a clause of saying, and with could": [
        ("Acme was a giant, Ott said, until it failed in May.", ["Acme was a giant … until it failed in May <- Ott"]),
        (
            "He has a plan, Dahl said, for how the town can be saved.",
            ["He has a plan … for how the town can be saved <- Dahl"],
        ),
        (
            "They said they had doubts about Ott, but could not bear to leave.",
            ["they had doubts about Ott, but could not bear to leave <- ?"],
        ),
    ],
    "A word with a hyphen is said to its end": [
        (
            "Acme requested power line de-energisation during the emergency.",
            ["power line de-energisation <- Acme"],
        ),
        ("Kerr condemned anti-semitism in the town.", ["anti-semitism <- Kerr"]),
        (
            "The club criticised ex-members for talking to the press.",
            ["ex-members for talking to the press <- The club"],
        ),
        ("The union demanded re-election.", ["re-election <- The union"]),
        ("“It was late,” said co-author Bo Dahl.", ["“It was late,” <- Bo Dahl"]),
    ],
    "What happens as somebody speaks is not what they say": [
        ("Oil falls as Kerr warns of glut", ["glut <- Kerr"]),
        ("Rents fell in May as Ott hinted at a cut.", ["a cut <- Ott"]),
        ("Shares rose as the union complained of low wages.", ["low wages <- the union"]),
        ("Fees went up as the mayor boasted of savings.", ["savings <- the mayor"]),
        ("Stocks slid as Dahl called for new taxes.", ["new taxes <- Dahl"]),
        ("As Ott told the court, rents fell.", ["rents fell <- Ott"]),
    ],
    "What leads to words in marks is none of an object": [
        (
            "Dahl, the club's head, explained the decision to ban the players saying, “They will be denied entry.”",
            ["the decision to ban the players <- Dahl", "“They will be denied entry.” <- Dahl"],
        ),
        (
            "Ott described the plan to her staff saying, “We will start in May.”",
            ["the plan to her staff <- Ott", "“We will start in May.” <- Ott"],
        ),
        (
            "Kerr outlined the plan, adding, “We will start in May.”",
            ["the plan <- Kerr", "“We will start in May.” <- Kerr"],
        ),
    ],
    "A line of a table is nobody's turn": [
        ("MARKETS¶DAX: up 1.2%¶CAC: down 0.3%¶Trading was thin.", []),
        ("DAX: 15,103.2¶FTSE: 7,203.1¶Trading was thin.", []),
        ("OTT: up 3 points¶KERR: down 2 points¶Voting ends on Friday.", []),
    ],
    "A participle or a relative clause that describes who speaks is no clause of its own": [
        ("Clerks briefed on the move said that it was late.", ["that it was late <- Clerks briefed on the move"]),
        (
            "A report drafted in May and obtained by the Herald concluded that the mine was unsafe.",
            ["that the mine was unsafe <- A report drafted in May"],
        ),
        ("Mr. Dahl, whose plan was widely seen as dead, said that he would stay.", ["that he would stay <- Dahl"]),
        ("Mr. Kerr, whose speech was loudly booed by voters, said the hall was cold.", ["the hall was cold <- Kerr"]),
        (
            "Tom Dahl, who said the deal was sound, said he knew of no dispute.",
            ["the deal was sound <- Tom Dahl", "he knew of no dispute <- Tom Dahl"],
        ),
        ("Lena Ott, who announced a ban on trawling, plans to meet the crews.", ["a ban on trawling <- Lena Ott"]),
        (
            "“We lost,” a clerk, who was not allowed to speak on the record, told the Herald.",
            ["“We lost,” <- a clerk"],
        ),
    ],
    "Who is made to say something says it": [
        ("Lena Ott was prompted to say, “It is late.”", ["“It is late.” <- Lena Ott"]),
        ("Bo Dahl was forced to admit that he had lied.", ["that he had lied <- Bo Dahl"]),
        ("Nina Ruiz was asked to explain why she left.", ["why she left <- Nina Ruiz"]),
    ],
    "The sentence goes on beside a cue": [
        (
            "The two men urged the rest of the party to join them and made the case that the race was still open.",
            ["to join them <- The two men"],
        ),
        ("Ott is advising the mayor on schools and hopes to run for office.", []),
        ("The bank claims more land and buys more homes as the talks go on.", []),
        ("Everything Dahl says is true.", []),
        ("It is a charity that the police said was a front for thieves.", ["was a front for thieves <- the police"]),
        (
            "Dahl urged them not to spoil the day and leave the hall.",
            ["not to spoil the day and leave the hall <- Dahl"],
        ),
    ],
    "The accused are no cue, and somebody alone is no content": [
        ("Support for the accused grew, and Ott spoke of “a bad law”.", ["“a bad law” <- Ott"]),
        ("They had “loud” and “public” support for the accused.", []),
        ("Kerr praised her, and they mocked each other.", []),
        ("On Monday Dahl had a go at Lena Ott calling her a “fake mayor”.", ["her a “fake mayor” <- Dahl"]),
        (
            "The governor noted limited gains and a loss of trade.",
            ["limited gains and a loss of trade <- The governor"],
        ),
        ("The poll signals a change.", []),
    ],
    "What is asked with if, and what is not disclosed": [
        (
            "Kerr asked Dahl if he would sell all the boats or just one.",
            ["if he would sell all the boats or just one <- Kerr"],
        ),
        ("The judge asked Dahl if he owned “the red ones.”", ["if he owned “the red ones.” <- The judge"]),
        (
            "The agency also reported that the names were not disclosed.",
            ["that the names were not disclosed <- The agency"],
        ),
        ("Ott said that she was not named in the suit.", ["that she was not named in the suit <- Ott"]),
        ("A banker, who asked not to be identified, left.", []),
        (
            "Lena Ott kept rates at 4%. Asked by a reporter if that was a joke, she said it was a forecast.",
            ["it was a forecast <- Lena Ott"],
        ),
    ],
    "Numbers of people speak": [
        ("About 4 in 10 say they want lower taxes.", ["they want lower taxes <- About 4 in 10"]),
        ("Some 6 in 10 say they like the mayor.", ["they like the mayor <- Some 6 in 10"]),
    ],
    "What goes on behind words in marks that end no sentence": [
        (
            "Kerr says there’s a “long road ahead” and the team will win.",
            ["there’s a “long road ahead” and the team will win <- Kerr"],
        ),
        (
            "Kerr says there is a long road ahead but he feels confident that Dahl will win.",
            ["there is a long road ahead but he feels confident that Dahl will win <- Kerr"],
        ),
        (
            "Ott says voters are “right to be angry,” but also hungry for change.",
            ["voters are “right to be angry,” but also hungry for change <- Ott"],
        ),
        ("Ott said it was “a gift,” and the talks went on.", ["it was “a gift,” <- Ott"]),
    ],
    "No one speaks: what, an it of no one, places": [
        ("Dahl is campaigning in Massachusetts and Vermont, states that vote on March 1.", []),
        ("It is easy to be cynical about the deal and call the firm greedy.", []),
        ("Asked what should be done with the boats, the voters were divided.", []),
    ],
    "A sentence that is cut off behind a joint": [
        ("Dahl said rents and", []),
        ("Kerr says a plan but", []),
        ("Ott told the old town or", []),
    ],
    "Who else joins in speaks for themselves": [
        (
            "Residents say the rules are a trick, and the Sarn Union has sued over them, saying they break the law.",
            [
                "the rules are a trick, and the Sarn Union has sued over them <- Residents",
                "they break the law <- Sarn Union",
            ],
        ),
        (
            "Ott said rents fell, and Dahl left, adding that she was tired.",
            ["rents fell, and Dahl left <- Ott", "that she was tired <- Ott"],
        ),
    ],
    "Who is spoken to takes no part in what they are asked, and a relative pronoun none in what is said of it": [
        ("Bo Dahl, who was described by neighbours as a quiet man, left.", ["as a quiet man <- neighbours"]),
        (
            "The mayor had urged anyone with information about the fire to contact the police.",
            ["to contact the police <- The mayor"],
        ),
        ("Ott asked residents near the plant to leave.", ["to leave <- Ott"]),
        (
            "Kerr urged residents to be alert and to call police with any news.",
            ["to be alert and to call police with any news <- Kerr"],
        ),
        (
            "The minister accused that the party wants to waste time.",
            ["that the party wants to waste time <- The minister"],
        ),
    ],
    "A role and a name alone before a sentence in marks speak it": [
        (
            "Women's coach Lena Ott “I was not happy with our first half. We lost the ball too often.”",
            ["“I was not happy with our first half. We lost the ball too often.” <- Lena Ott"],
        ),
        (
            "Coach Bo Dahl “We were pleased with the second half.”",
            ["“We were pleased with the second half.” <- Bo Dahl"],
        ),
    ],
    "A name in marks that somebody owns is a part of the source": [
        ("One of the Herald's 'Storm Chasers' said it rained.", ["it rained <- One of the Herald's 'Storm Chasers'"]),
        (
            'A member of the club\'s "Green Team" said the hall was cold.',
            ['the hall was cold <- A member of the club\'s "Green Team"'],
        ),
    ],
    "An office and its bearer": [
        (
            "The surface was smooth, said co-author and North Tolva physicist Bo Dahl.",
            ["The surface was smooth <- Bo Dahl"],
        ),
        (
            "Prime Minister Lena Ott accused Dahl of theft. The PM said the bill was late. She said it would pass.",
            ["Dahl of theft <- Lena Ott", "the bill was late <- Lena Ott", "it would pass <- Lena Ott"],
        ),
        (
            "Interior Minister Tom Kerr met Prime Minister Lena Ott in Leeds. The PM said that the talks were long.",
            ["that the talks were long <- Lena Ott"],
        ),
    ],
}
ROWS: Final = [row for rows in KINDS.values() for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:70] for text, _ in ROWS])
def test_a_variant_of_a_kind(text: str, expected: list[str], parse: Callable[[str], Doc]) -> None:
    assert attributed(parse(read_prose(text.replace("¶", "\n\n")).text)) == expected
