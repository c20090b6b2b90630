/**
 * Rarer words of English diplomatic prose, which the list of common ones lacks: those that two documents of the
 * development corpus at least print in small letters, three times as often as with a capital. Words whose ending
 * shows them to be words (`words.ts`) are left out.
 */
const words = `
aback abdicate abetted abide abilities abject abjure ably abnormal abnormality aboard abortive abreast abridged abrupt
absolved abundance abundant abuse abused abuses acceptances accessibility accessions accident accidental accidents
acclaimed accompanies accomplice accounted accruals accrued accumulate accumulates accuse accustomed achieves acid
acquaint acquaintance acquiescent acquiesence acquires acquit acre acreage acres acronym actuality adaptability
adapted addendum addressee addresses adduce adduced adherent adherents adheres adhesion adjourn adjudged adjunct
administrators admire admired admits admittance adopts adrift adult advent adversary adversity adverted advertise
aegis affectionate affinities affinity affirms affixed afflicted affront afield afloat afoot aforementioned aforesaid
afresh aftermath afterward aged agendums ages aggravates aggressions aggrieved agony agrarian aids airborne aircrew
aired airfield airframes airlift airlines airplanes airports airpower airspace airstrips akin alarms alert alienate
align allay allayed allege alleges alliances allocates allot allowances allows alloy alluded allusion aloof aloud
alphabetical alright alternate alternates alters altitudes aluminium amalgamate amazed amazes ambassadorial amber
ambiguity ambivalent ameliorate amenities amid amity amplifies amplify amply analogies analyse analysed analyses
analysts anarchy anathema ancestry anchor anchorage anchored ancient anger angered animal annex announces annoyance
anomalies antagonisms antagonize ante anthropological antiaircraft anticipates anticipatory antics antipathy
antithesis anyhow apathy apologetic apologies apologise apology apparatus appearances append appendices appetite
applaud applause apples applicant applicants appointees appoints apportioned appraisal appraise apprehend apprehended
apprise approvals approves approximates arbiter arbitral arbitrate arbitrator architects ardent arena argues arid
aright arithmetic armour arrayed arrears arrests arrogance arrogant arsenal articulate artificial ascendancy
ascendency ascribed ashamed askance aspire aspired assassinate assaulted assay assented assertive asserts assesses
asset assigns associates assorted assuage assures astonished astray astride astute asylum ate athwart atom attains
attends attentive attributes audiences augmented augury austerity autarchy authenticity authorises authoritarian
authors autocratic automotive auxiliary availed avenue avenues aversion averted avoids avowed awaits awaken award
awarded awe awful axe axiomatic backbone backdrop backfire backlash backs backwards bacon baconer bacteriological
baffled baggage bags bait bald ballots bands bandwagon bankrupt banned barbarities barbarity bargains barge barges
barley barrage barred barren bars basket bat batches battery battlefield battlefields battlefleet baulk bauxite
bayonets beaches bearers bearings beat bed beef befall befallen begged beginnings begs behest beings beliefs believer
belittle bellicose belligerence belligerency belongs beneficiary benefited benevolence benevolent benign bent berth
beset beside besieged bestow bet betray betrayal betrayed beware bewildered biased bid bids biggest bills binds
biographical birthday bits blackmail bland blank blanket blatant bleak blend blended blessings blew blind blinded
blocks blocs bloody blown blows blue blunder blunders blur blurred bluster boarded bog bogey bogged bogus boil boiled
boils bolder bolster bombard bombed bona bond bonds bone bones booked bordered bore borrowed bosom bother bothered
bottlenecks bottom bottoms bounded bounty bourgeois bout bouts bow bows boxes boy boycotted boycotts boys brain brake
branded brave brawl breached breaches bread breadth breathe brevity bribe bridgehead bridgeheads briefings briefs
bright brighter brilliant brink bristles broach broached broaden broadened broadminded brother brotherhood brothers
brunt brush brushed brushes brutal brutalities brutality brute buck budge budgets buffer builds buildup bulky bullet
bullion bulwark bunch bunker bunkers burdened burdensome bureaucracy bureaucratic burial buried burn burned burst
bushels businesslike bustle buttresses buys bypass bypassed cabotage cake calamities calamity calculate calendar
calmer camera cameras camped candid candidacy cannons canteen canteens canvas canvass canvasses capita capitalise
capitalistic capitalize capitulate capped captive captives captivity captures car carcasses card cards cared cares
carnage carriage carriere carrot cars cart cartels cartoon cartoons casts casual casualty catastrophe catastrophic
catch categoric cautioned caveat ceases ceilings celebrate cemented censor centuries century ceremonial ceremony
certificates certified cetera chaired chalk challenges champion chancery changeover channelled chaotic characterises
characteristic characteristics characters charade charm chart chartered charts chary chase chat cheap cheaper checks
cheered cheese chemicals child childish chooses chorus christened chrome chronic chronological chronology cinema
cipher circuit circumscribed circumstantial civic claimant clair clamant clamour clandestine clarifies clashes clasps
classed classify clays cleaned clearances clears cleavage clerical clerk clerks clever client climatic climax climb
cling clip clique cloak clock clone closes clothed clothes cloud clouds cloudy clown clue clumsy cluttered coals
coarse coastline coasts coat cobalt cocktail coded codes codeword coerced coercion cogent cognisance cognizance
cognizant coherent cohesion coincidence coincident coincides coke collaborative collaborator collapsed collapses
collect collected colleges collision collusion colossal colours column columns combatant combatants combines comity
comma commandeered commando commences commended commends commensurate commentaries commentator commissioned commits
commonplace commonsense communicates compare compares comparisons compass compassion compels compensate compensatory
competitor competitors compile compiled complacency complacent complains complexion complexities complicates
complicity compose composite compounded compressed compromises computed computer computers comrades concedes concepts
concessionaire concise conclave concurrent condensed condominium condoned conducive confers confession confidant
confided conflicted conformed conforms confronts confuse congratulate congratulatory congresses conjecture connect
connexions connivance connive connived connote conquer conqueror conquests conscripts consented consents considerate
consigned consistency console consonance consonant consortium conspiracy constancy constituents constrained
constraints construct constructional construe consular consultant consultants consumed contacted container
contemporaries contempt contenders contends contented contestants contexts contiguity contracted contractors
contradict contradicted contradictory contradicts contrasted contributes contributor contributors contributory
contrive contrived controversies converse convertibility conveyance conveys convicted convinces convoke cool cooled
cooler coordinate coordinator copper copyright cordiality cordon corner cornerstone corporate corpses correlate
corresponded corridors corrupt corrupted cosmetic councillors counselled counsels countenance countenanced
counteracted counterbalanced countermoves counteroffensive counterparts counterproductive counterproposals counters
countersigned counties countrymen countryside counts courtesies crabmeat crack cracked crash credited creditors creed
crept cried criminal criminality cripple crises crisp criterion critic criticize crooked crossings crowd crowded
crowds crowned crude crudest cruel cruelties cruelty cruise cruiser cruisers crumble crumbled crush crushed crux
crystal crystallise crystallize cuff culminate culpability cult cultivate cumbersome cumulative curb cure cursory
curtailed custom customer cycles cyclotrons cynical cyphers damages damn damp dance dangle dare dared darker dash
dashed daughters dawn daylight deadlines debacle debar debarred debit debris debts decadent decades deceased deceive
deceived decency decipher declaratory declines decolonise decreased decree decrees decried decyphered deduce deduced
deducted deeds deepen deepened defaulted defeats defect defected defective defenceless defendant defender defenders
defenses deference deficient deficit deficits defines deflationary deflect deflected defunct defused defy deliberative
delight deliverance delude deluged delusion delusions delve demarche demarches demerits demise demobilize demographic
demonstrates demur demurred denote denoted dent denude denuded departs departures dependants dependency dependents
depicted deplete deplore deplores deploy deployed deport deported deportees deposed deposited depots deprecate
deprecates depreciate depress depressions deprives derives derogate derogatory descend descended descriptive deserted
deserts deserves desiderata desideratum design desk despair despondent destinies destitute destroys desultory detach
detain deteriorates determinant determines deterrence deterrents deters detract detractors deviate devoid devolve
devolved devolves devotes dexterity dialectical dialogues diary dictates dictatorial diesel diets differentiate
differs diffidence diffident dig dignified digressed dilatory dim dimension dimly dine dined dip dire directorates
directs direst dirty disabilities disability disabuse disaffected disagrees disappearance disappoint disapprove
disapproved disarm disarray disassociate disasters disavow disavowal disavowed disbelief discard discern discerned
discharges disciplinary discipline disclaim disclaimed disclaimer discloses disclosures discomfiture discomfort
disconnected discontent discontented discontents discontinuance discontinue discontinued discord discourtesy discredit
discredited discrepancies discrepancy discretionary discriminate discursive discusses diseases disembark disembarked
disenchanted disengage disentangle disfavor disfavour disgraceful disgruntled disguise disgust disgusted dishonest
disillusioned disintegrate disinterest disinterested disliked dislodge dislodged disloyal dismantled dismay dismayed
dismember dismembered dismiss dismissal disorders disorganise disparate disparity dispassionate dispatches dispel
dispelled dispense dispersal disperse displace displaced display displays displeased displeasure disproportionate
disputants disqualified disquiet disrespectful disrupt disrupted disruptive disseminate dissension dissensions
dissented dissentient disservice dissident dissidents dissimilar dissipate dissociate dissuade dissuaded distaste
distasteful distinctive distinguishes distort distract distressed distribute distributors distrusted disturbs dive
diverge divergences divergencies diverse diversify diversionary divest dividend dividends divorced divulge divulged
dock docks dockyard dockyards doctrinaire doctrinal doctrines documentary documented dodged dogmatic dogs domain
domicile dominates donor doors doubled downfall downward downwards dozen dragged drags drainage drawbacks drawings
draws dreadful dream dreamt dress dressed drifted drivers drives drought drove drugs drum drunk dry duality duck dump
dumped dumps duplicate duplicates duplicity durability dust dwell dwelt dying dykes dynamic dynasty ear earn earned
ears earth eased easiest eastwards eat eaten ebb echelons echo echoed echoes economise edge editorials editors educate
effectual effectuate egg egress eighteenth eighty eject elaborates elapsed elapses elastic elasticity elective
electoral electorate electric electrical electricity electronic elicit elicited eligibility elites elucidate elude
elusive emanate emanates embargoed embargoes embarks embodies embody emboldened embraced embroil embroiled embryonic
emergencies emigre eminent emissaries emotive emphases emphasizes employers employs empower empty encircle enclave
enclosures encourages encroach endangers endeavor endeavors endless endorses endowed endurance endure endured enforced
engages engender engendered engine engineered enjoys enlighten enlightened enlisted enmeshed enmity enquirers enquires
enshrined enslaved ensued ensures entails entangled entertains entities entitle entitles entourage entrance entrenched
entrepot entries entrust enumerate enunciate envied environs envy ephemeral episodes equalled equals equate equip
equity equivocal era erect erected erode eroded errors erstwhile erupted escalate escaped escorted espoused esteem
estrange etcetera ethnological euphoric evade evaded evaluate evasion evasions evasive eve eventuates everyday
evidences evils evinced evoke evoked evolutionary evolves exacerbate exacted exaggerates exalted examines exceeded
exceeds excepted excerpts excesses excite excited excites excludes excursion excused excuses executives exemplified
exemplifies exemplify exempted exequaturs exhaust exhibit exhibits exiled exiles existent exodus exorbitant
expatriates expediency expedients expedited expend expended experimental experimented expertise expire expired expires
expiry explains exploded exploiters explosions explosive explosives exponents exporter exporters expound expounded
expressive extends extensions extinguished extracted extravagance extravagant extremes extremity extricate eyebrows
eyewitnesses fable fabric facade facile factional fade failures faint faintest fairer fairs faithful fallacies fallacy
falsified familiarity fan fanatic fanatical fancied fanciful fancy fantastic farce farcical fare fares farewell farms
farther fashioned fat fatalistic fateful fats faults favors favourite fearless feat featured fed feeble feelers fees
fellows fence fences ferried ferry fertilisers fertility fertilizer fertilizers fervent fervour fetters feudal fever
fewer fiasco fibres fide fidelity fides fierce figured figurehead fills film films filter filters finalise finalize
finances finer fines finesse finest finger fingers firepower fires firmer fiscal fish fishermen fishery fissile fits
fittings fixtures flagrant flags flame flames flanks flare flared flats flatter flattery flavour flax fled flies
flight flights flimsy float flood floor flotillas flounder flourish flower flows fluidity flung flutter flux foci
focused focussed foe foes fold followers folly fomented foodstuff footholds footnoted footnotes fora forbid fore
forebodings forecasts foreclose forego foregone forensic forerunner foresaw foreshadow forestalled foretaste foretell
forever forex forfeit forfeited forfeiture forge forgive forgo forgotten forma formality formalize formative formers
fort fortified fortify fortiori fortitude forts fortune fortunes forums forwards fostered founder fractional fragile
fragmentary franc francs franker fraud fraudulent fraught frayed freelance freeze freights frequencies friendlier
friendliest friendships frighten frightened frightful frigid fringe frontline frozen fruitless fuels fulfill fulfils
functioned fundamentals funded funeral furnace furnaces furnishes furniture furtherance furthered furthers furthest
fuss futility gall gallant gambit gamble gaps garbled garrisoned gas gasoline gatherings gauged gear geared gendarmes
generalities generate generis generosity genesis genius genteel gentle gentlemen geography geopolitical germane giant
gifted gifts gigantic glacial glance glass glean globe gloomy glory glossed goodbye gospel gossip gotten governs grab
graceful grades graft gram grammatical grandeur grandson grants grapple grasped grass grata graver graves greasy
greeted grey grief grievance grim grind grip grips gross grounded groundless groundwork grouped groupings grows
guarantor guards gubernatorial guerrilla guerrillas guessed guesses guest guideline guidelines guilt guise gunfire
gunners guts habit habits haggle hailed halted halves handful handicap handicapped handicaps handover handsome hang
happier harass harassed harboured harbours harden hardships harmed harmless harmonise harmonize harsher harvest
harvested harvests hastened hat hates haul havoc hazard hazards headlined headlines headway healthier healthy heaped
hears hearten heartened hearts hectares hectic hedged heed heeded heel heels hegemony height heighten heightened heir
heirs helicopter helicopters hell helpless helps henceforth henceforward herds hereinafter hereof heresy heritage hero
heroic hesitant hesitates hid hidden hide hides hierarchy highlight highlights highway highways hinder hindered
hindrance hindrances hinge hinged hinges hinterland hired historic histories hitch holder holders holdings hollow
homeport homes homeward homework homogeneity honoured honours hook horizon horrified horror horse horses hospitality
hospitals host hostage hosted hotel hotels humane humanity humble humiliate humour hung hunger hurdle hurdles hurried
hurt husband husbands hydrogen hypocrisy hypotheses hysteria ice idealistic identifies ideologies idle idly ignorance
ignorant illegality illegitimate illicit illiteracy illiterate ills illusion illusory illustrate illustrates ilmenite
imbued immature immaturity immensity immersed immigrants imminence immobilise immoderate immoral immortal immune
immunities impairs impart impartiality impeded impel imperfect imperilled impertinent impetus impinge impinges
implanted importer importers importunate importunity impotence impotent impounded impoverished impracticability
impractical imprecise imprecision impregnability imprisoned improbability impromptu improper improves imprudent
impulse impulses impunity imputed inaccuracy inactive inadvertent inadvisability inasmuch inaugurate incapacity
incendiary incensed incentive inches incidence incipient incite incited incline inclines incomes incompatibility
incompetence inconclusive inconsistencies inconvenient incumbent incursion incursions indebted indecision indecisive
indentured independents indeterminate index indicator indicators indict indignant indignities indiscreet
indiscriminate indissoluble indulge indulged indulgence indulgences inefficiency inefficient ineptitude inequalities
inequality inertia inexperience inexperienced infant infected infer inferences infernal infers infinite inflame
inflammatory inflexibility influx informant informants informational informative infrastructure infrequent infringe
infringed ingenuity ingredient ingredients inhabited inherited inhibit inhibited inhibits initialed initialled
initials initiator inject injected injure injuries injury injustice injustices innermost innocent inopportune
inordinate input inroads inscribe inscribed insecure insecurity insensitive insight insights insolent insoluble
inspected inspectors inspire install instant instinct instinctive institutes instructors instructs instrumental
instrumentalities instrumentality insubstantial insufficiency insult insured insurgency insurgents intakes
intellectual intellectuals intents intercept intercepted interceptor interchanges intercourse interdependence
interdependent interfered interferes interlude intermediaries intermediary intermingled intermittent intern
internationalise internecine interposed interpretative interpreters interprets interstate interwoven intimidate
intransigence intricate intrigue intrigues introduces introductory intrude intrusion invader invaders invades invalid
invalidate invented inventories inversion invest invested investigatory investors invitees irksome ironed irony
irrational irregular irregularity irresponsibility irritant irritants irritate islanders italics itinerary jacket
jeopardize jeopardy jet jettison jobs joins joke journeys judges judiciary jump jumped jungles junta jurisdictional
jute juveniles keener keenest keeps kerosene keystone kick kicked killings kilometres kindest kings kinsfolk kith
knock knocked knuckles kudos laboratory labourers lacks lag lame landlord landlords landslide lanes languages lap lard
lasts laudatory laughed laughter launches launchings layout lays leaden leaf leaflet leaflets leakages leaked leaks
lean leaned leanings leap learns leased leaseholders lecture lectured leeway leftward leg legacy legalistic legalities
legalize legend legislature legislatures legitimacy leisure lendlease lends lessens lethal lettered levelled lever
leverage levers liberalise liberality liberate libraries license licensed licenses licensing lied lieu lieutenants
lifeline lifetime lifts lighten lightened lighter lights likes limb lined liner linguistic lip liquid liquor listeners
literal literature littoral livelihood loan loans loath lobby locality locals locate locked locus logistical logistics
lone longest loom looms loophole loopholes looser looted loses lowest loyalties lubricants luck lukewarm lull lumber
lunched luncheons lurch luxury machina magazines magnetic magnified magnify mailed mails mainlands mainstream majeure
majorities maker malaria male males manage mandatories maneuver maneuvers manifest manifested manifold manipulate
manners manoeuvrability manoeuvred manoeuvres mantle manufacturer maps marched margarine marginalia marketed markings
marred married marshalled martial mask massacre massacred massacres massed massive masters mastery matched materialise
materialize maturity mauled maximise maybe meagre meaningless meanings meats mechanical mechanics mechanisms meddle
mediatory medicines megalomania mellowed memories memory memos mend mensem mental mentality merchandise merchants
merge merged merger meridian merry mess messenger messy metallurgical meted meteorological mica midday midst mighty
migrants migrate mild mile mileage militancy militate militates militiamen mill mined minefields mineral minerals
miners minesweepers minuted miracle misapprehensions miscalculate miscarried mischance mischief misconceived
misconstrued misdeeds misery misfortune misfortunes misguided mishandled misinformed misinterpret misjudged mislead
misled misplaced misprint misquoted misread misrepresent misrepresented missionaries missionary mistrust misunderstand
misuse mitigate mixture mobilise mobility mode modes modesty modifies monarchy moneys monies monitor monitored
monolithic monopolies monopolistic monsoon monsoons mooted morality morals moribund mortal mothers motivate motivates
mould mountain mouth mouthpiece muddle muddy multinational multiple multiplicity murdered murderers murky music muster
mustered mutandis mutatis muted mutton mutuality myth nail naive naivete naked narrative narrowed narrower
nationalistic nationalities nationhood natures nautical nearby neat necessitates needful needless negate negatived
neglect neglected negotiator nephew nerve nerves nett nettle network networks neutralise neutralize newer newest
newspapermen newsprint nibble nice niceties nightmare nights nilly nineteen ninety nip noble nodded noise noises noisy
nomenclature nominates nominee nonaggression noncommissioned noncommittal nondiscriminatory nonetheless nonexistent
nonmembers nonmilitary nonpermanent nonsensical normality normalize norms northwards nose notebooks noteworthy notices
nourish novel nowadays nudge nuisance null nullified nullify nurses nurtured nutritional oath obduracy obedience obey
obeyed objectivity obligatory oblige obliges oblique obloquy obscured obscurities obscurity observes obsessed
obsession obsolescent obsolete obstinacy obstructed obstructive obtains obtrude obtrudes obtrusive obviates occupancy
occupant occupants occupational occupies occurrence occurrences octane odd odds odium offals offences offend offended
offhand officered officialdom oflndonesia oflndonesian ofthe oilfields oils omissions omits oneself onslaught
onslaughts onto onward openings opens operates operator operators opponent opportunistic opposes oppress oppressed
oppression opprobrium optimum ordeal organisational organizational oriented originate originates originators origins
orthodox oust ousted outbursts outcry outflow outlawry outlay outlet outlets outmanoeuvred outnumbered outpost
outposts outrage outraged outrages outs outsider outsiders outspoken outvoted outweighed outweighs overawe
overburdened overdone overdraft overdrafts overestimate overflight overflights overheads overlap overlooks overnight
overridden override overrule overruled oversee overshadowed overtake overtaxed overtime overture owe owed owes owner
oxide pacified pacify pack packed packet pain pained painful paint paints pale pamphlet pamphlets panel panic panicky
par parachute paradox paralleled parallels paralyse paramilitary paraphrases paratroop paratroopers parcel pardon
parentheses parenthesis parents pari parley parliamentarian parochial parted participates particularity partisan
partnerships passenger passes passion passions passport passu patched paternalistic pathetic paths patriotic patriots
patrols patronage patterns paucity pause paved pawn pays peak pearlers peasant peasants peculiarities peg pen
penalties penalty pencil pencilled pendulum penetrate penny pensions perceive perceives percentages peremptory
perforce perfunctory perils perimeter periodic periodicals peripheral periphery perish perished permanence permanency
permissive perpetrators perpetual perpetuate perpetuity perplexed persecuted persistence persona personages persuasive
pertinent perusal perused pervasive petitioners petty phantom phenomena philosophical philosophies phlegmatic phone
photocopy photograph photographer photographic phrased phraseology pictured picturegram pictures pie pieces pile pin
pincer pincers pinch ping pinned pinpricks pious pipeline pique pistol pitched pitfalls pivot pivotal placate plague
planted plate platform platitudes plausibility players plays plea plead pleaded pleasantries plenipotentiaries plot
plunge plunged plural plutocratic ply pneumonia pocket pockets pointers pointless poison polemic polemics polite
politic politician polls ponder pooled pools poorer populace popularity pork portfolio portfolios portray portrayed
poses possiblity postings postscript postulate postures pot potent potentiality poultry pounder pounders pour poured
powder powerless practicalities praise pray preach prearranged precludes preconceived predatory predecessors
predominance predominate preempted preface prefaced prefix prejudged prejudices preliminaries premise premiss premium
prepares preponderant prerequisite prerogative prerogatives presage prescribe prescribes preserves presses pressmen
presumes presupposed presupposes pretence pretences pretend pretense pretensions prevails prevalent preventative
preventive prey pricked pricks priests prima primacy primitive princes principled print priori prison privacy prizes
probabilities probe problematic problematical processed procession proclaim procure procured procurement producer
produces profess professes profession professions professors proffer proffered profile profits programmed progresses
prohibits prolong prominence promoter promptest promptitude prone pronounce prop properties proponents proportional
propound propounded proprietor proprietors propriety proscribed prosecute prosecuted prosecutor prosecutors
prospectors prosper protects prototype proven provisos prowess proximate psychology publicise publishes pull pulled
pulp pump pumps punch punish puppet puppets purchaser purchasers purge purged purity purported purports purposeful
pursues purview puzzle puzzled quadrilateral quadripartite quagmire qualify qualitative quarantine quarantined
questionnaires queues quibble quicker quiescent quieter quit quotes radar radicals radioactive radius rage rail rails
railways rain rainy rallied rampant ramparts ran random ranged ransom rap rapport rash rata rated ratify ratings ratio
rationale rationed ratios ravages ravished reactionaries reacts readers readjusted readmission reaffirms realm
realpolitik reap reappraisal rearguard rearm rearmed rearward reassembles reasserted reassess reassessed reassurance
reassurances rebel rebellion rebels rebuffed rebuilt rebuke rebut recalcitrant recapitulate recaptured recast recede
receded receipts recess recessed recession recipient recipients recited reckless reckon reckoned recoil recollected
recommence recompense reconciled reconnaissances reconquest reconstitute reconstituted reconstruct reconstructed
reconvene reconversion recount recriminatory recrudescence recruits rectified rectify recur recurrence recurrent
redeem redeemed redefine redefined redirect redoubled redressed reduces redundant reelected reestablish reestablished
refered referenda refined refineries refinery refit reflexion reformed reforms refuel refugee refugees refute refuted
regained regression regularity regularize regulatory rehabilitate rehearsed rehearses reimburse reimbursed reinforces
reinstate reinstitute reinsurance reiterates rejects rejoin rejoinder rejoinders rejoined rekindled relapse relatives
relay relayed relegate relevance reliefs relies religions relinquish relinquished relish remedial remedied remedies
remembers reminder reminiscent remission remit remitted removes renaissance rent rental rentals rents renumbered
reoccupied reoccupy reopened reorganise reorganize repaid repaired repatriate repealed repeats repel replaces reposed
repository repossession repression repressive reprimanded reprinted reproach reproaches reproduce repudiate repugnant
repute reputed requisitioned resale rescind rescinded rescript rescue rescued resell resemblance resemble resents
reservoir reside resides residue resilience resistant resolves resource respectability respectful respite restate
restive restless restricts resubmit resurgence retail retake retaken retaliate retard retarded reticence reticent
retire retorted retrace retract retransmitted retrieve retrieved retrocession retrograde retrogression retrospect
retrospective reunified reunion reunite reunited revenge revenue revenues revered reversals reversion reversions
revisions revoke revoked revolt revolts revolve reward rewarded rewards reworded rhetoric rhetorical ride rider
ridicule ridiculed rifle rift rightful rigidity rigours rings riot riots riposte riposted risen rises risked ritual
ritualistic rivalries rivals robbed robust rock rocket rockets roles romantic roof rooms root rooted rostrum rotate
rotates rotten rougher roughshod roundabout rounded rounds rouse roused routed row rows rub rubbed rubbish rude
rudimentary rugged ruin ruins ruler rulers rulings rumour rundown rung rupture rush rushed ruthless sabotage sad
saddle sadly safehand safer safest sailed sailings sailors sails salaries salary salient salvage salvaged samples
sanctioned sanctity sanctuary sand sanguine sanitaire sanity sank satellites satisfies saviour savoured savours scaled
scales scandal scant scanty scapegoat scarce scarcity scare scared scattered scenarios scenes sceptic schedules
scholarships scored scramble scratch scruple scruples sealed seaman seapower searched seasonal seasons seaward
secretarial secretive secrets sectional secures securities seed segregate selective selfish sells semantics semblance
sends seniority sensational sensed senseless senses sensibilities sensitivities sentenced sequel serial seriatim
servant serves serviced servicemen setbacks settlers settles setup seventeen seventy severed severence severity sex
shabby shackles shades shadowy shake shaky shallow shaped shareholders sharper shattered shed sheep sheer sheet
shelled shells shelter shelters shelve shelved shield shifted shifts shillings shipment shipments shipowners shipyards
shirk shirked shocked shocks shoes shook shoot shop shops shorn shortcomings shorten shortened shorthand shortsighted
shots shoulder shouldered showdown shrewd shut sidelines sidetracked siege signalled signals signatures signified
signify silicon silly silver similarities similarity simpler simplified simplify singled sinister sink sinkings sins
sites sittings sixties sized skeleton skeptical sketch sketched sketchy skilful skin skirmishes sky slant slate
slaughter slave sleep slender slide slim slip slippage slipped slippery slogan slogans slope slowed slower slump slur
smallest smash smile smiled smuggle smuggled sober soft soften softer solicit solicitors solicitude solvency sombre
sometime songs sons soonest sooth sore sorted sortie sorties soul souls sounder soundest sounds sour sovereignties sow
sown spaces spark sparked spate speakers spearhead specifics specifies spectacle spectacular spectator spective
spectrum speeded speediest spell spelled spelt spill spin spiral spirited spirits spiritual spoil spoils sponge
spontaneity sports spotlight spots sprang springboard sprung squashed stabilise stabilize staggered stakes stall
stalled stalwarts stamp stamped stampeded standi standpoints standstill staple starter startled starts starved
statesman statesmanlike static statistical stature staunch stayed stays steadfast steam steamer steels steer stem
stemmed stems sterile stern sticks stiffened stiffer stigma stimulus stipulate stipulates stirred stocked stockpile
stockpiles stolen stones stools stops stored storm stormy stout stowage stowed straighten straightened stranded
strands stranger strangle straw straws stray streets strengthens stretch stretched stretches stricken stricter
strictures strident strides strife stringencies stringency stringent strings strip stripped strips striven stroke
strokes stronghold structural structures struggled struggles strung stubborn stuff stultify stunned stupid stupidity
subcommittees subdivision subdue subdued subjective subjugate submerged submits subordinates subparagraph
subparagraphs subscribes subservience subservient subsided subsidiaries subsidise subsistence substances substantiate
substitutes subterfuge subtle subtlety subtract subvert subway successors succinct succour sucked sufferance
sufferings suffers suicidal suicide suitability suits sulphate sulphur sultanas summarize summarizes summon super
superficial superhuman superiors supersede supervene supplant supplanted suppliant supplier suppliers supporter
suppress surest surmise surmount surmounted surpass surrenders surround surveyed surveys survival survived survivors
susceptibility suspense swallow sway swayed sweep sweetened swept swift switched sword sworn swung symbol symbols
sympathies sympathisers sympathises sympathize sympathizers synchronize synopsis synthesis synthetic synthetics
systematic tables taboo tackled tact tactful tag tailored taint tale tallow tanker tankers tap tape tardy tarnished
taste taught tax taxed taxes tea teach teacher teachers teams tears technicalities technicality techniques technocrats
technological tele telecon telegrarn telephonic teleprinted teletype telex temper temperamental temperature tempered
tempo temporize tempt tenacity tender tenders tenets tens tenure termed terminates terminology terminus terrific
terrified terror testify textile textiles textual thankful thankless thaw themes theoretical theories thereabouts
therefor thereunder therewith thin thinnest thirties thorium thorn thorny thoughtful thrash thrashed thread threads
threshold threw thrive throat throats throws thrusts thwart tickets tidy tighten tighter tile timber timed timid
timidity timings tinplate tiny tirade tiresome titles titular toast toasts tobacco toes tolerance tolerant toll toned
tones tongue tonnages tool topographical tops torn torpedoed torture totals toto touches touchy tougher toughest
toured tours tower toys trace traced track tractors traded tragedy trainees tranquillity transacted transcend
transcends transcript transcripts transform transformed transient transmissions transmits transmittal transmitter
transmitters transpired transpires trap trapped traps traveller travellers traverse traversed travesty treachery
treats tree trenchant triangle triangular tribes tribunals tributes trick trickle tricky tries trigger trilateral
trips triumphant triumphs trivial troopships troubled trousers truck trucks truculence truculent trusteeships trusts
trustworthy tune turbulent turmoil turnover turns tutelage twin twofold tying typescript typical typified tyranny
umbrella unaffected unaided unaltered unanswered unarmed unattracted unattractive unawares unbalanced unbroken
unchallenged unchecked unconcerned unconfirmed unconnected unconquered unconsidered unconstitutional unconstrained
uncontrolled unconventional unconvinced uncooperative uncover uncritical undamaged undaunted undeclared undefended
undefined undemocratic undercurrent undercut underestimate undergo undergone underlies underlines undermentioned
underrate underscore underscores understates undertones underwater underway underwrite undetermined undignified
undiminished undisclosed undiscovered undisputed undivided undo undone unease uneconomical unemployed unenthusiastic
unequal uneven unexplained unfamiliar unfettered unfit unfitted unfold unfolded unforeseen unguarded unhampered
unhealthy unidentified uniformed uniformity unimpaired unimportance unimpressed unimpressive uninformed uninstructed
unintended uninterested uninterrupted uninvolved unitary unjust unjustified unleash unlikelihood unload unmarked
unmerited unmindful unmixed unmodified unmoved unnamed unnatural unnoticed unobstructed unobtrusive unopposed
unparalleled unpopular unpopularity unprejudiced unprepared unproductive unprotected unreal unreality unrecorded
unrepresentative unrepresented unreserved unresponsive unrestrained unrestricted unrivalled unsafe unsaid unsatisfied
unscathed unsettle unsettled unsigned unsold unsolved unspecified unstructured unsuited unsupported unsure unsurpassed
unsympathetic untold untrue unturned unused unwanted unwarranted unwieldy unwisdom unworthy upgrade upgraded upheaval
upheld upkeep uppermost uprisings uprooted upward upwards urban urea usage user users usurped utilise utilises
utilities utter utterance utterances uttered uttermost vacancies vacancy vacant vacate vain valour valued valueless
valve valves vanish vanity vanquished vantage variant varies varieties vassal vegetables vehemence veil veiled vein
vendor vendors vengeance ventured ventures verbatim verbiage verdict verge verified verify verse versed versus vest
vestige vestiges veteran veterans vetoed vetoes vexed victors viewers vigilance vigor villagers villain vindicate
vindictive violate virgin virile virtues visa visioned visitor visualises visualize visualizes vitality vituperative
vivid voiced voices void volatile volte voters vowed waged wages waited waits waived waiver walked walls wane waned
wanton warehouse warmth warns wary wash washout wasted wasteful watchful watered waterside watertight waves weakens
weakest wealthy wean weaned wear weary weave web wedded wedge weighs weighted weighty welded wells wet whale wharves
wheel whence wherein whereupon whichever whim whitewash whittle whittled wholehearted wholesale wholesome widen
widened wield wild wilder wind wine wings winner wins wiped wired wires wishful wit withdraws wither witnessed wives
woken woman womanpower wonderful wonders wont wooden woollen wools wore workload workmen worlds worn worries worsen
worsened worthless wound wounded woven wrangle wrapped wreak wreath wreck wrest writ writer writers writes writings
wrongs wryly xxv xxviii xxxiii yacht yard yards yearn yen yielded yields younger youthful zeal
deputies presidency anniversary dictator dictators select poll polls street streets laboratory laboratories mother frigate frigates
ceremony ceremonies municipal institutional communique communiques medicine seminar seminars methodical marines applauded
chair airforce commitee polar lunar solar naval rural dental mural global tribal focal vocal renal stellar insular tabular
`;

export const rarerWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
