/**
 * Words of English diplomatic prose that are no names, as counted in public-domain volumes of documents: those
 * that stand in small letters at least now and then, and the short words of telegrams. In a text all in capitals
 * they are what keeps a name apart from the words around it.
 */
const words = `
abandon abandoned abandoning abandonment abeyance ability able abolish abolished abolition about above
abovementioned abroad abrogation absence absent absolute absolutely absorb absorbed absorption abstain
abstained abstention abstentions abstract absurd abundantly academic academics accede acceded accelerate
accelerated acceleration accept acceptability acceptable acceptance accepted accepting accepts access
accessible accession accommodate accommodating accommodation accompanied accompany accompanying accompli
accomplish accomplished accord accordance accorded according accordingly accords account accountability
accounts accredit accreditation accredited accrediting accrue accumulated accumulation accuracy accurate
accurately accused achieve achieved achievement achievements achieving acknowledge acknowledged
acknowledgement acknowledges acknowledging acknowledgment acquainted acquiesce acquiesced acquiescence
acquire acquired acquiring acquisition across act acted acting action actions active actively activities
activity acts actual actually acute ad adamant adapt add added addees adding addition additional additions
address addressed addressees addressing adds adequacy adequate adequately adhere adhered adherence
adhering adjacent adjourned adjournment adjust adjusted adjustment adjustments administer administered
administering administration administrations administrative administrator admirable admiral admiration
admission admit admitted admittedly admitting adopt adopted adopting adoption advance advanced advancement
advances advancing advantage advantageous advantages adventure adventures adverse adversely advice advices
advisability advisable advise advised adviser advisers advises advising advisor advisors advisory advocacy
advocate advocated advocates advocating aerial aerodrome aerodromes aeroplane aeroplanes affair affect
affected affecting affects affirm affirmative affirmed affirming afford afforded affording affords afraid
african africans after afternoon afterwards again against age agencies agency agenda agendum agent agents
aggravate aggregate aggression aggressive aggressor aggressors agitation ago agree agreeable agreed
agreeing agreement agreements agrees agricultural agriculture ahead aid aide aided aim aimed aiming aims
air aircraft airfields airgram airgrams airline airmail airmen airport al alarm alarmed alarming albeit
alia alien aligned alignment alike alive all allegations alleged allegedly allegiance alleviate alliance
allied allies allocate allocated allocating allocation allocations allotment allotted allow allowance
allowed allowing ally almost alone along alongside already also alter alteration alterations altered
altering alternative alternatively alternatives although altogether always am amazing amb ambassador
ambassadors ambiguous ambition ambitions ambitious amend amended amendment amendments amicable ammunition
among amongst amount amounted amounting amounts amp amphibious ample amplified an analogous analogy
analysis analyze analyzing ancillary and angle angles angry annex annexation annexed annotated annotation
announce announced announcement announcements announcing annoyed annual annum anomalous another answer
answered answering answers antagonise antagonism antagonistic anti anticipate anticipated anticipating
anticipation anxieties anxiety anxious any anybody anyone anything anyway anywhere anzus apart apparent
apparently appeal appealed appealing appeals appear appearance appeared appearing appears appeasement
appended appendix applicable application applications applied applies apply applying appoint appointed
appointee appointing appointment appointments appreciable appreciably appreciate appreciated appreciates
appreciating appreciation appreciations appreciative apprehension apprehensions apprehensive approach
approached approaches approaching appropriate appropriately appropriation approval approve approved
approving approximate approximately apr april apt arab arabs arbitrary arbitration arc archipelago are
area areas aren argue argued arguing argument arguments arise arisen arises arising arm armament armaments
armed armies armistice armistices armoured arms army arose around arouse aroused arrange arranged
arrangement arrangements arranging arrest arrested arrival arrive arrived arrives arriving article
articles artillery arts as asap ascertain ascertained ascertaining asean ashore asian asians aside ask
asked asking asks aspect aspects aspirations assault assemble assembled assembling assembly assent assert
asserted assertion assertions assess assessed assessing assessment assessments assets assign assigned
assignment assist assistance assistant assistants assisted assisting associate associated associating
association associations asst assume assumed assumes assuming assumption assumptions assurance assurances
assure assured assuring at atlantic atmosphere atmospheric atomic atrocities attach attached attaches
attaching attachment attack attacked attacking attacks attain attained attainment attempt attempted
attempting attempts attend attendance attendant attended attending attention attitude attitudes attract
attracted attraction attractive attribute attributed au audience aug august auspices authentic author
authorisation authorise authorised authorising authoritative authorities authority authorize authorized
authorizing automatic automatically autonomous autonomy autumn avail availability available average averse
avert aviation avoid avoidance avoided avoiding await awaited awaiting aware awareness away awkward back
backed background backing backward backwardness bad badly bag balance balanced balances balancing bales
ballot ban banking bans bar bare bargain bargaining barrier barriers barter base based bases basic
basically basing basis battalion battalions battle battles battleship battleships bay be bear bearing
bears beaten became because become becomes becoming been before beforehand beg began begin beginning
begins begun behalf behave behaved behavior behaviour behind being belief believe believed believes
believing belli belligerent belligerents belong belonged belonging below beneficial benefit benefits
besides best better betterment between beyond bias big bigger bilateral bilaterally bill billion bin bind
binding bishop bit bitter bitterly bitterness black blame blamed blast ble bloc block blockade blocked
blocking blood bloodshed blow bluff blunt board boat boats bodies body bold bomb bombardment bomber
bombers bombing bombs book books boost border bordering borders born borne both bought bound boundaries
boundary bounds box boycott brackets branch branches breach break breakdown breaking breaks breakthrough
bridge brief briefed briefing briefly brigade brigades bring bringing brings broad broadcast broadcasting
broadcasts broader broadest broadly broke broken brought budget budgetary build building buildings built
bulk bundle burden burdens bureau burning burnt business businessman businessmen busy but butter buy
buyers buying by cable cabled cablegram cablegrams cables cabling calculated calculations calibre call
called calling calls calm came camp campaign campaigns camps can cancel cancellation cancelled candidate
candidates candidature canned cannot canvassed capabilities capability capable capacities capacity capital
capitalism capitalist capitals capitulation captain capture captured cardinal care career careful
carefully cargo cargoes carried carrier carriers carries carry carrying case cases cash cast casualties
casus categorical categorically categories category cattle caught cause caused causes causing caution
cautious cautiously cease ceased ceasefire cede ceded ceiling censorship censure cent center centers cento
central centre centred centres certain certainly certainty cessation cession cf cgi chain chairman
chairmanship challenge challenged chance chancellor chances change changed changes changing channel
channels chaos chapter character characterised characterized charge charged charges charter check checked
chemical chief chiefly children choice choices choose chose chosen christian christians church cia circle
circles circular circulate circulated circulation circumstance circumstances cite cited cites cities
citing citizen citizens city civil civilian civilians civilisation civilised civilization claim claimed
claiming claims clarification clarified clarify clarity clash class classes classification classified
clause clauses clean clear clearance cleared clearer clearest clearing clearly climate close closed
closely closer closest closing closure clothing co coal coalition coast coastal code codel coercive
coexistence coffee coincide coincided cold collaborate collaboration collapse colleague colleagues
collection collective collectively colonel colonial colonialism colonies colony color colour coloured cols
combat combination combine combined come comes comfort coming command commanded commander commanders
commanding commands commence commenced commencement commencing commend comment commentary commentators
commented commenting comments commerce commercial commission commissions commit commitment commitments
committal committed committee committees committing commodities commodity common commonwealth communicate
communicated communicating communication communications communique communiques communism communist
communists communities community companies company comparable comparative comparatively compared
comparison compatible compel compelled compensating compensation compete competence competent competing
competition competitive complain complained complaint complaints complementary complete completed
completely completing completion complex complexity compliance complicate complicated complication
complications complied comply component components composed composition comprehensive comprise comprised
comprises comprising compromise compromised compulsion compulsory con conceal concealed concede conceded
conceivable conceivably conceive conceived concentrate concentrated concentrates concentrating
concentration concentrations concept conception conceptions concern concerned concerning concerns concert
concerted concession concessions conciliation conciliatory conclude concluded concludes concluding
conclusion conclusions conclusive concrete concur concurred concurrence concurrently concurs condemn
condemnation condemned condemning condition conditional conditioned conditions condone conduct conducted
conducting confer conference conferences conferred conferring confess confidence confident confidential
confidentially confidently confine confined confirm confirmation confirmed confirming confirms conflict
conflicting conflicts conform conformity confront confrontation confronted confronting confused confusion
congratulations congress congressional conjunction connected connection connections connexion conquered
conquest cons conscience conscious consciousness consensus consent consequence consequences consequent
consequential consequently conservation conservative conserve consider considerable considerably
consideration considerations considered considering considers consist consisted consistent consistently
consisting consists consolidate consolidated consolidating consolidation conspicuous constant constantly
constituent constitute constituted constitutes constituting constitution constitutional constructed
construction constructive construed consul consular consulate consult consultation consultations
consultative consulted consulting consumer consumers consumption contact contacts contain contained
containing containment contains contemplate contemplated contemplates contemplating contemplation contend
contended contending content contention contents contest contested context contiguous continent
contingencies contingency contingent contingents continual continually continuance continuation continue
continued continues continuing continuity continuous continuously contraband contract contracting
contracts contractual contrary contrast contribute contributed contributing contribution contributions
control controlled controlling controls controversial controversy convene convened convenience convenient
conveniently convening convention conventional conventions conversant conversation conversations
conversion convert converted convey conveyed conveying conviction convince convinced convincing convoy
convoys cooperate cooperating cooperation cooperative coordinated coordinating coordination cope copies
copra copy cordial cordially core corning corollary corporation corps correct corrected correctly
correspond correspondence correspondent correspondents corresponding corresponds corvettes cost costly
costs cotton couched could couldn council councils counselor counselors count counted counter counteract
countered counterpart countries country coup couple coupled courage course courses court courteous
courtesy cover coverage covered covering covers covert crab craft create created creates creating creation
credence credentials credibility credit creditor credits crew crews crime crimes criminals crisis criteria
critical criticise criticised criticising criticism criticisms criticized critics crop crops crossbred
crossed crossing crucial cruiser cruisers cry csce cscs cultural culture curious currencies currency
current currently curtail custody customary customs cut cuts cutting cuttings cypher d da daily dairy
damage damaged damaging danger dangerous dangers dark data date dated dates day days dcm de dead deadline
deadlock deadly deal dealing dealings deals dealt dear death deaths debate debated debates debt dec decade
december decent decide decided decides deciding deciphered decision decisions decisive decisively
declaration declarations declare declared declares declaring decline declined declining decolonisation
decolonization decrease deem deemed deems deep deeper deepest deeply default defeat defeated defeating
defects defence defences defend defended defending defense defensive defer deferred defiance deficiencies
deficiency define defined defining definite definitely definition definitive defmin degree degrees del
delay delayed delaying delays delegate delegates delegation delegations delete deleted deletion deliberate
deliberately deliberations delicacy delicate delighted deliver delivered deliveries delivery dels demand
demanded demanding demands demarche demarches demilitarisation demilitarization demobilisation democracies
democracy democratic demonstrate demonstrated demonstrating demonstration demonstrations denial denials
denied denounce denounced denunciation deny denying depart departed department departmental departments
departure depend depended dependence dependencies dependent depending depends depleted deplorable deplored
deployment deployments deposit deposits depreciation depressed depression deprive deprived dept deptel
deptels depth deptoff deptoffs deputy derive derived describe described describes describing description
desert deserve designate designated designation designed designs desirability desirable desire desired
desires desirous despatch despatched despatches despatching desperate despite destination destinations
destined destiny destroy destroyed destroyer destroyers destroying destruction destructive detached
detachment detachments detail detailed details detained detainees detect detected detente detention deter
deteriorate deteriorated deteriorating deterioration determination determine determined determining
deterred deterrent detriment detrimental develop developed developing development developmental
developments develops device devices devise devised devote devoted dialogue dictate dictated dictation did
didn die died differ differed difference differences different differently differing difficult
difficulties difficulty dignity dilemma dimensions diminish diminished diminishing diminution dinner
diplomacy diplomat diplomatic diplomatically diplomats direct directed directing direction directions
directive directives directly director directors disadvantage disadvantageous disadvantages disagree
disagreed disagreement disappear disappeared disappointed disappointing disappointment disapproval
disarmament disarmed disaster disastrous disbanded discarded discharge discharged disclose disclosed
disclosure discount discounted discourage discouraged discouraging discover discovered discoveries
discovery discreet discreetly discretion discrimination discriminatory discuss discussed discussing
discussion discussions disease disembarkation disengagement disequilibrium disinclined dislike dislocation
dismemberment dismissed disorder dispatch dispatched dispersed dispersion displayed disposal dispose
disposed disposition dispositions dispute disputed disputes disregard disregarded disruption
dissatisfaction dissatisfied dissent dissolution dissolved distance distances distant distinct distinction
distinctly distinguish distinguished distorted distress distributed distribution district districts
distrust disturb disturbance disturbances disturbed disturbing disunity divergence divergent divers
diversion diversions divert diverted diverting divide divided dividing division divisions dlrs do doctrine
documentation documents dod does doesn doing dollar dollars dols domestic domestically dominance dominant
dominate dominated dominating domination don done doomed door doorstep dose double doubt doubted doubtful
doubtless doubts down draft drafted drafting drafts drag drain dramatic drastic drastically draw drawing
drawn drew dried drift drive driven driving drop dropped dropping dual due duly duration duress during
duties duty each eager earlier earliest early earmarked earnest earnestly ease easier easily easing east
eastern eastward easy ec econ econcouns econoff economic economical economically economies economy ed
editorial educated education educational eec effect effected effecting effective effectively effectiveness
effects efficacy efficiency efficient efficiently effort efforts eggs eight eighteen either elaborate
elaborated elaboration elapse elect elected election elections element elementary elements eleven eligible
eliminate eliminated eliminating elimination elite else elsewhere emanating embargo embark embarkation
embarked embarking embarrass embarrassed embarrassing embarrassment embarrassments embassies embassy
embodied embodying emboff emboffs embrace embracing embtel embtels emerge emerged emergence emergency
emerges emerging emissary emotional emphasis emphasise emphasised emphasises emphasising emphasize
emphasized emphasizing emphatic emphatically employ employed employee employees employer employing
employment empowered emptive en enable enabled enables enabling encirclement enclose enclosed enclosing
enclosure encounter encountered encourage encouraged encouragement encouraging encroachment end endanger
endangered endangering endeavour endeavoured endeavouring endeavours ended ending endorse endorsed
endorsement endorsing ends enduring enemies enemy energetic energies energy enforce enforcement engage
engaged engagement engagements engaging engines enhance enhanced enjoy enjoyed enlarge enlarged enlist
enlisting enormous enough enquire enquired enquiries enquiring enquiry ensue ensuing ensure ensured
ensuring entail entailed enter entered entering enterprise enterprises enters entertain entertained
enthusiasm enthusiastic entire entirely entirety entitled entity entrusted entry enumerated enunciated
environment envisage envisaged envisages envoy eob episode equal equality equally equanimity equator
equilibrium equip equipment equipped equipping equitable equivalent er erosion error ers es escape escort
escorts especially espionage essence essential essentially essentials est establish established
establishes establishing establishment establishments estimate estimated estimates eta etc etd ethnic
european europeans evacuate evacuated evacuation evacuees even evening event events eventual eventualities
eventuality eventually eventuate ever every everybody everyone everything everywhere evidence evidenced
evident evidently evil evolution evolve evolved evolving ex exact exactly exaggerate exaggerated
examination examine examined examining example examples exceed exceeding exceedingly excellent except
exception exceptional exceptions excess excessive exchange exchanged exchanges exchanging exclude excluded
excluding exclusion exclusive exclusively excuse exdis execute executed execution executive exequatur
exercise exercised exercises exercising exert exerted exhausted exhaustive exhaustively exigencies exile
exist existed existence existing exists exit expand expanded expanding expansion expansionist expansive
expect expectation expectations expected expecting expects expedient expedite expedition expeditionary
expel expelled expenditure expenditures expense expenses expensive experience experienced experiences
experiencing expert experts explain explained explaining explanation explanations explanatory explicit
explicitly exploit exploitation exploited exploration exploratory explore explored exploring explosion
export exportation exported exporter exporters exporting exports expose exposed exposing exposition
exposure express expressed expresses expressing expression expressions expressly expulsion expunged extend
extended extending extension extensive extent external extra extract extraction extracts extraordinarily
extraordinary extraterritorial extraterritoriality extreme extremely extremists eye eyes face faced faces
facie facilitate facilitated facilitating facilities facility facing fact faction factions facto factor
factories factors factory facts factual fail failed failing fails failure fair fairly fait faith fall
fallen falling falls false familiar families family famine fao far farm farmers fashion fast faster fatal
fate father fault favor favorable favorably favored favour favourable favourably favoured favouring
favours fbi fear feared fearful fears feasibility feasible feature features feb february federation feed
feeding feel feeling feelings feels feet fell fellow felt few field fields fifteen fifth fifty fight
fighter fighters fighting figure figures file filed files fill filled filling final finalised finality
finally finance financed financial financially financing find finding findings finds fine finish finished
fire fired firm firmly firmness firms first firstly fishing fit fitted five fix fixed fixing flag flank
flat flatly fleet fleets flew flexibility flexible fliers flight flights flour flow flowing flown
fluctuations fluid fly flying focal focus folder follow followed following follows fonmin fonoff food
foods foodstuffs foolish foot foothold footing footnote for forbidden force forced forceful forcefully
forces forcible forcibly forcing forecast forefront foregoing foreign foreigners foremost foresee
foreseeable foreseen foreshadowed forestall forget form formal formalities formally formation formations
formed former formerly formidable forming forms formula formulae formulas formulate formulated formulating
formulation forth forthcoming forthright forthwith fortifications fortnight fortress fortunate forty forum
forward forwarded forwarding foster fostering fought found foundation foundations founded four fourteen
fourth frame framed framework framing frank frankest frankly frankness free freed freedom freedoms freely
freer freezing freight frequency frequent frequently fresh frg friction friday friend friendliness
friendly friends friendship from front frontal frontier frontiers fronts fruit fruitful fruits frustrate
frustrated frustration fuel fulfil fulfilled fulfilling fulfilment full fuller fullest fully function
functional functioning functions fund fundamental fundamentally funding funds furnish furnished furnishing
further furthering furthermore futile future fyi gain gained gaining gains game gap garrison garrisons
gather gathered gathering gatt gauge gave gdr general generally generals generated generation generous
genuine genuinely geographic geographical geographically gesture gestures get gets getting gift gimmick
gist give given gives giving glad gladly global go goal goals goes going gold gone good goods goodwill gop
got gov govern governed governing government governmental governments govt govts grace grade gradual
gradually graduate grand grant granted granting grasp grateful gratified gratitude grave gravely gravest
gravity great greater greatest greatly greetings grievances ground grounds group groups grow growing grown
growth guarantee guaranteed guaranteeing guarantees guard guarded guerilla guerrilla guess guests guidance
guide guided guiding guilty gulf gun guns had hadn half hall halt hamper hampered hand handed handing
handle handled handling hands handwritten happen happened happening happenings happens happily happy
harbour hard hardened harder hardly harm harmful harmonious harmony harsh harshly has hasn haste hasten
hasty hatred have haven having hazardous he head headed heading headings headline headquarters heads
health hear heard hearing hearings heart hearted heat heavier heavily heavy held help helped helpful
helping hence her here hereafter hereby herein hereto heretofore hereunder herewith herself hesitancy
hesitate hesitated hesitation hew high higher highest highlighted highly hills him himself hint hinted
hints his historical history hit hitherto hmg hoc hold holding holds holiday home homeland honest honor
honour hope hoped hopeful hopefully hopeless hopelessly hopes hoping hospital hostages hostile hostilities
hostility hot hotel hour hours house houses housing how however http huge human humanitarian hundred
hundreds hurry hypothesis hypothetical iaea ibid ibrd icao idea ideal ideals ideas identical
identification identified identify identity ideological ideology if ignore ignored ignores ignoring ii iii
ill illegal illness illogical illusions illustrated illustration ilo image imagination imaginative imagine
imagined imf immaterial immediate immediately immense immigration imminent immunity impact impair impaired
impartial impasse impatience impatient impede impelled impending imperative imperialism imperialist
imperil implement implementation implemented implementing implication implications implicit implied
implies imply implying import importance important importation imported importer importing imports impose
imposed imposes imposing imposition impossibility impossible impracticable impregnable impress impressed
impression impressions impressive improbable improve improved improvement improvements improving in
inability inaccurate inactivity inadequacy inadequate inadvisable inalienable inappropriate inaugural
inauguration incalculable incapable inch incident incidental incidentally incidents inclination inclined
include included includes including inclusion inclusive income incompatible incomplete inconceivable
inconsistency inconsistent inconvenience incorporate incorporated incorporating incorporation incorrect
incorrectly increase increased increases increasing increasingly incur incurred incurring indeed
indefinite indefinitely independence independent independently indicate indicated indicates indicating
indication indications indicative indifference indifferent indigenous indirect indirectly indispensable
individual individually individuals induce induced industrial industries industry ineffective
inevitability inevitable inevitably inexpedient infantry inference inferior inferiority inferred
infiltration inflation inflexible inflict inflicted influence influenced influences influencing
influential info inform informal informally information informed informing informs ing inhabitants
inherent inimical initial initially initiate initiated initiating initiation initiative initiatives inland
innumerable inquire inquired inquiries inquiry inscription insert inserted insertion inside insignificant
insist insisted insistence insistent insisting insists insofar inspect inspection inspections inspiration
inspired instability installation installations installed instance instanced instances instead institute
instituted institution institutions instruct instructed instructing instruction instructions instrument
instruments insufficient insular insuperable insurance insure intact intake integral integrate integrated
integration integrity intelligence intelligent intend intended intending intends intense intensely
intensified intensify intensity intensive intent intention intentions inter interchange interdepartmental
interest interested interesting interests interfere interference interfering interim interior interjected
intermediate internal international internationalisation internationally interned internees internment
interpret interpretation interpretations interpreted interpreter interpreting interrupt interrupted
interrupting interruption interval intervals intervene intervened intervening intervention interview
interviewed interviews intimate intimated intimately intimating intimation into intolerable intra
intransigent intrinsic introduce introduced introducing introduction invade invaded invading invaluable
invariably invasion inventory investigate investigated investigating investigation investigations
investment investments invitation invitations invite invited invites inviting invoke invoked involve
involved involvement involves involving inward inwards iron irreconcilable irrelevant irrespective
irresponsible irritated irritation is island islands isn isolate isolated isolation isolationist issuance
issue issued issues issuing it item items its itself ity iv ive ix jan january jeopardise jew jewish jews
job join joined joining joint jointly journalist journalists journey judge judged judgement judgment
judicial jul july jun juncture june jungle junior jure juridical jurisdiction just justice justifiable
justification justified justifies justify justifying keen keenly keep keeping kept key kgs kill killed
killing kin kind kindly kinds king kingdom km knew know knowing knowledge known knows labor labour
lack lacked lacking lai laid land landed landing landings lands language lapse lapsed large largely larger
largest last lasted lasting late lately latent later lateral latest latin latitude latter launch launched
launching law lawful laws lay laying lbs lead leader leaders leadership leading leads leak leakage learn
learned learnt lease leases least leave leaves leaving led left legal legality legally legation
legislation legislative legitimate lend lending length lengths lengthy lent less lessen lessened lessening
lesser lesson lessons lest let letter letters letting level levels liabilities liability liable liaison
liberal liberated liberation liberties liberty licence licences license licensing lie lies lieu life lift
lifted lifting light lightly like liked likelihood likely likewise limdis limit limitation limitations
limited limiting limits line liners lines link linked linking links liquidate liquidation list listed
listen listened lists literally little live lived lives livestock living ll load loaded loading loan loans
lobbying local localities locally located location lodged logic logical logistic long longer longitude
look looked looking looks loose lose losing loss losses lost lot lou love loving low lower loyal loyally
loyalty lunch luncheon ly lying machine machinery machines made magnificent magnitude mail main mainland
mainly maintain maintained maintaining maintains maintenance majesty major majority make makers makes
making man managed management mandate mandated mandates mandatory manganese manifestation mankind manned
manner manning manoeuvre manpower manufacture manufactured manufacturers manufacturing many map mar march
margin marginal margins maritime mark marked markedly market marketing markets marks marshal mass masses
master match material materially materials matte matter matters mature maximum may mbfr me mean meaning
meaningful means meant meantime meanwhile measure measured measures meat mechanised mechanism media
mediate mediation mediator medical mediterranean medium meet meeting meetings meets member members
membership memcon memo memoire memoranda memorandum men menace menaced ment mention mentioned mentioning
ments merchant mercy mere merely merino merit merits message messages met metal metals method methods mfa
mid middle midnight might migration miles militant militarily militarism militaristic military milk
million millions mind minded mindful minds mine mines minimal minimise minimize minimum mining minister
ministerial ministers ministries ministry minor minorities minority minute minutes misapprehension
miscalculation miscellaneous misconception misgivings misinterpreted misleading missed missile missiles
missing mission missions mistake mistaken mistakes misunderstanding misunderstandings misunderstood mixed
mm mobile mobilisation mobilization modalities model modem moderate moderates moderation modern modest
modification modifications modified modify modus moment momentum monday monetary money monopoly month
monthly months mood moral morale moratorium more moreover morning morrow mortar mortars moslem moslems
most mostly motion motive motives motor mount mountains mounted mounting move moved movement movements
moves moving mp mps much multilateral munitions murder murders muslim muslims must mutilated mutual
mutually my myself naa name named namely names narrow nation national nationalism nationalist nationalists
nationality nationals nations native natives nato natural naturally nature naval navigation navy nd near
nearer nearest nearly necessarily necessary necessitate necessitated necessitating necessities necessity
need needed needs negative negligible negotiate negotiated negotiating negotiation negotiations
negotiators neighbor neighbors neighbour neighbourhood neighbouring neighbours neither nervous ness net
neutral neutralisation neutrality neutrals never nevertheless new newly news newsmen newspaper newspapers
next nickel night nine no noaa nobody nodis noforn nominal nominally nominate nominated nomination
nominees non none nonsense noon nor normal normalisation normalise normalising normalization normally
north northern northward nos not notable notably note noted notes nothing notice noticed notification
notified notify notifying noting notion notwithstanding nov november now nowhere nsc nuclear nucleus
number numbered numbering numbers numerical numerous nutrition oas oau object objected objection
objectionable objections objective objectives objects obligation obligations obliged obscure observance
observation observations observe observed observer observers observing obstacle obstacles obstruct
obstructing obtain obtainable obtained obtaining obviate obvious obviously occasion occasional
occasionally occasioned occasions occupation occupied occupy occupying occur occurred occurring occurs
ocean oct october oecd of off offence offense offensive offensives offer offered offering offers office
officer officers offices official officially officials offset offshore often oil ok old older omission
omit omitted on once one onerous ones only onus onwards open opened opening openly operate operated
operating operation operational operations operative opinion opinions opponents opportune opportunities
opportunity oppose opposed opposing opposite opposition opt opted optimism optimistic option options or
oral orally orbit order ordered orderly orders ordinary ordinate ordinated ordinating ordination ore ores
organ organisation organisations organise organised organising organization organizations organize
organized organs origin original originally originated ostensibly other others otherwise ought our ours
ourselves ourtel out outbreak outburst outcome outer outline outlined outlines outlining outlook outlying
output outright outset outside outstanding outward outwards outweigh over overall overcome overcoming
overland overlook overlooked overriding overrun oversea overseas overt overtaken overthrow overthrown
overtures overwhelmed overwhelming owing own owned owners ownership pace pacific package pact pacts pages
paid pains painted palestinian palestinians paper papers para paragraph paragraphs parallel paramount
paraphrase paras parent parity parliament parliamentary part partial partially participant participants
participate participated participating participation particular particularly particulars parties partly
partner partners partnership parts party pass passage passages passed passengers passing passive passports
past patent patents path patience patient patrol pattern pave pay paying payment payments peace peaceful
peacefully peacetime pearling peculiar pending penetration peninsula penultimate people peoples per
perceived percent percentage perfect perfectly perform performance performed performing perhaps peril
period periodical periods permanent permanently permission permit permits permitted permitting persevere
persist persisted persistent person personal personalities personality personally personnel persons
perspective persuade persuaded persuading persuasion pertaining perturbed pessimistic petition petrol
petroleum phase phases philosophy phosphates photographs phrase phrases physical physically pick picked
picking picture piece piecemeal pig pilots pity place placed places placing plain plainly plan plane
planes planned planning plans plant plants play played playing pleasant please pleased pleasure plebiscite
pledge pledged pledges plenary plenty plight plo pls plus pm point pointed pointing points pol polcouns
police policies policing policy political politically politicians politics pollution poloff pool pooling
poor pope popular populated population populations port portfolio portion portions ports pose posed
position positions positive positively possess possessed possesses possessing possession possessions
possibilities possibility possible possibly post posted postpone postponed postponement postponing posts
posture postwar potential potentialities potentially pouch pouched pounds poverty power powerful powers pp
practicability practicable practical practically practice practices practise pragmatic prc pre preamble
preambular precarious precaution precautionary precautions precede preceded precedence precedent
precedents preceding precipitate precipitated precise precisely precision preclude precluded predecessor
predict predictable predicted predominant predominantly prefer preferable preferably preference
preferences preferential preferred prefers prejudge prejudice prejudiced prejudicial prejudicing
preliminary prelude premature premier premises preoccupation preoccupations preoccupied preparation
preparations preparatory prepare prepared preparedness preparing preponderance prescribed presence present
presentation presentational presented presenting presently presents preservation preserve preserved
preserving preside presided president presidential presidents press pressed pressing pressure pressures
prestige presumably presume presumed pretext pretty prevail prevailed prevailing prevent prevented
preventing prevention prevents previous previously prewar price prices pride primarily primary prime
primin prince principal principally principals principle principles printed prior priorities priority
prisoner prisoners private privately privilege privileged privileges prm pro probability probable probably
problem problems procedural procedure procedures proceed proceeded proceeding proceedings proceeds process
processes proclaimed proclamation procurement produce produced producers producing product production
productive productivity products professed professional profit profitable profound profoundly program
programme programmes programs progress progressed progressive progressively prohibit prohibited
prohibiting prohibition project projected projects prolonged prominent prominently promise promised
promises promising promote promoted promoting promotion prompt prompted promptly pronounced pronouncement
pronouncements proof propaganda proper properly property propitious proportion proportionate proportions
proposal proposals propose proposed proposes proposing proposition propositions pros prosecution prospect
prospecting prospective prospects prosperity protect protected protecting protection protective protest
protested protests protocol protracted proud prove proved proves provide provided provides providing
province provinces proving provision provisional provisionally provisions proviso provocation provocative
provoke provoked provoking proximity prudence prudent psychological public publication publications
publicity publicly publish published punished punishment purchase purchased purchases purchasing pure
purely purport purpose purposes pursuance pursuant pursue pursued pursuing pursuit push pushed pushing put
puts putting qte qua qualification qualifications qualified qualities quality quantitative quantities
quantity quarrel quarter quarters queen queried queries query question questionable questioned questioning
questionnaire questions quick quickest quickly quid quiet quietly quite quo quota quotas quotation quote
quoted quoting race races racial radical radically radio raid raider raiders raiding raids railway raise
raised raises raising rally ramifications rang range ranging rank ranks rapid rapidity rapidly
rapprochement rare rate rates rather ratification ratified rational rationing raw rd re reach reached
reaches reaching react reacted reaction reactionary reactions read readily readiness reading reads ready
reaffirm reaffirmation reaffirmed reaffirming real realisation realise realised realises realising realism
realistic realistically realities reality realization realize realized realizes really rearmament reason
reasonable reasonableness reasonably reasoned reasoning reasons reassert reassure reassured reassuring
rebuff recall recalled recapture receipt receive received receives receiving recent recently reception
receptive reciprocal reciprocate reciprocity recital recognise recognised recognises recognising
recognition recognize recognized recognizes recognizing recollect recommend recommendation recommendations
recommended recommending recommends reconcile reconciliation reconciling reconnaissance reconsider
reconsideration reconsidered reconstruction record recorded recording records recourse recover recovered
recovery recruited recruiting redistribution redraft redrafted reduce reduced reducing reduction
reductions ref refer reference references referendum referred referring refers reflect reflected
reflecting reflection reflects reform refrain refrained refs reftel reftels refuge refugee refugees
refusal refuse refused refuses refusing regain regard regarded regarding regardless regards regime regimes
region regional regions register registered regret regrets regrettable regretted regular regularly
regulate regulation regulations rehabilitation reimbursement reinforce reinforced reinforcement
reinforcements reinforcing reiterate reiterated reiterating reject rejected rejecting rejection relate
related relates relating relation relations relationship relationships relative relatively relax
relaxation relaxed release released releases releasing relevant reliability reliable reliance relied
relief relieve relieved religion religious reluctance reluctant reluctantly rely relying remain remainder
remained remaining remains remark remarkable remarked remarks remedy remember remembered remind reminded
remnants remote removal remove removed removing render rendered rendering renders renew renewal renewed
renewing renounce renounced renunciation reopen reopening reorganisation rep repair repairs reparation
reparations repatriated repatriation repeat repeated repeatedly repeating repercussions repetition replace
replaced replacement replacing replied replies reply replying report reported reportedly reporting reports
represent representation representations representative representatives represented representing
represents reprisal reprisals reproduced reps republic republics repudiated repudiation reputation request
requested requesting requests require required requirement requirements requires requiring requisite
requisition requisitions research resent resented resentful resentment reservation reservations reserve
reserved reserves reserving residence resident residents residual resign resignation resigned resist
resistance resisted resisting resolute resolutely resolution resolutions resolve resolved resort resorted
resources respect respectable respected respecting respective respectively respects respond responded
responding response responses responsibilities responsibility responsible responsive rest rested
restitution restoration restore restored restoring restrain restrained restraining restraint restraints
restrict restricted restricting restriction restrictions restrictive rests result resultant resulted
resulting results resume resumed resumption retain retained retaining retains retaliation retaliatory
retention retired retirement retreat return returned returning returns reunification reurtel reveal
revealed reveals reversal reverse reversed reverses revert reverted review reviewed reviewing reviews
revise revised revision revival revive revived revolution revolutionary rice rich rid riding rifles right
rightly rights rigid ring ripe rise rising risk risking risks risky rival rivalry river road roads roc
role room roots rose rough roughly round route routes routine royal rpt rubber rule ruled rules ruling
rumor rumors rumours run running runs rural ruthlessly s sacred sacrifice sacrificed sacrifices
sacrificing safe safeguard safeguarded safeguarding safeguards safely safety said sail sailing sake sale
sales salt salutary same sanction sanctions sat satellite satisfaction satisfactorily satisfactory
satisfied satisfy satisfying saturday save saved saving saw say saying says scale scarcely scenario scene
sceptical schedule scheduled scheme schemes school schools science scientific scientists scope score scrap
screen scrutiny se sea seabed seaborne seamen search searching seas season seat seated seating seato seats
secdef second secondary seconded secondly secrecy secret secretariat secretaries secretary secstate
section sections secto sector sectors secure secured securing security see seeds seeing seek seeking seeks
seem seemed seemingly seems seen sees seize seized seizing seizure seldom selected selecting selection
self sell selling semi senate send sending senior sense sensible sensitive sensitivity sent sentence
sentences sentiment sentimental sentiments sep separate separated separately separation sept septel
septels september sequence series serious seriously seriousness servants serve served service services
serving session sessions set setback sets setting settle settled settlement settlements settling seven
sever several severance severe severely shadow shaken shall shape shaping share shared shares sharing
sharp sharply she sheets shift ship shipbuilding shipment shipments shipped shipping ships
shock shore shores short shortage shortages shorter shortest shortly shot should shoulders shouldn show
showed showing shown shows sic sick side sided sides sight sighted sign signal signatories signatory
signature signed significance significant significantly signing signs silence silent silk similar
similarly simple simplest simply simultaneous simultaneously since sincere sincerely sincerity single sion
sions sister sit site sitting situated situation situations six sixteen sixth sixty size skill skilled
slight slightest slightly sloop sloops slow slowly small smaller smooth smoothly so social socialist
socialists societies society soil sold soldier soldiers sole solely solemn solid solidarity solidly
solution solutions solve solved solving some somebody somehow someone something sometimes somewhat
somewhere son soon sooner sorry sort sorts sought sound sounded sounding soundings source sources south
southern southward southwards sovereign sovereignty space spare spared spares speak speaking speaks
special specialised specialized specially specific specifically specified specify speculate speculated
speculation speculative speech speeches speed speedily speedy spend spending spent sphere spheres spirit
spite splendid split spoke spoken spokesman spokesmen sponsor sponsored sponsoring sponsors sponsorship
sporadic spot spread spreading spring squadron squadrons square squarely st stabilisation stabilised
stability stable stadis staff staffed staffing staffs stage staged stages stake stalemate stance stand
standard standards standing standpoint stands start started starting starvation state stated statement
statements states stating station stationed stationing stations statistics status statute stay staying
steadily steady steel step stepped stepping steps sterling stick stiff stiffen still stimulate stimulated
stimulating stipulated stir stock stocks stone stood stop stoppage stopped stopping storage store stores
stories story straight straightforward strain strained strains strange strategic strategical strategically
strategy stream strength strengthen strengthened strengthening strengths strenuous strenuously stress
stressed stresses stressing strict strictest strictly strike strikes striking strive strong stronger
strongest strongly struck structure struggle stuck student students studied studies study studying stuffs
stumbling style sub subject subjected subjects submarine submarines submission submissions submit
submitted submitting subordinate subpara subscribe subscribed subsequent subsequently subsidiary subsidies
subsidy substance substantial substantially substantive substitute substituted substitution subversion
subversive succeed succeeded succeeding succeeds success successes successful successfully succession
successive successor such sudden suddenly suffer suffered suffering suffice sufficiency sufficient
sufficiently sugar suggest suggested suggesting suggestion suggestions suggests suit suitable suitably
suited sum summaries summarise summarised summarises summarized summary summed summer summit summoned sums
sunday sunk superior superiority superseded supervise supervised supervision supervisory supplement
supplementary supplemented supplied supplier supplies supply supplying support supported supporters
supporting supports suppose supposed suppressed suppression supremacy supreme sure surely surface surplus
surpluses surprise surprised surprising surrender surrendered surrounded surrounding surveillance survey
survive susceptibilities susceptible suspect suspected suspects suspend suspended suspension suspicion
suspicions suspicious sustain sustained sustaining swing switch symbolic sympathetic sympathetically
sympathise sympathy system systems t table tabled tabling tacit tacitly tackle tactic tactical tactics
take taken takeover takes taking talk talked talking talks tan tangible tank tanks tantamount target
targets tariff tariffs task tasks taxation te team technical technicians technique technology teeth tel
telcon telegram telegrams telegraph telegraphed telegraphic telegraphing telephone telephoned teleprinter
television telex tell telling tells temporarily temporary tempted ten tend tended tendencies tendency
tendered tending tends tennis tenor tense tension tensions tentative tentatively term terminal terminate
terminated termination terms terrain terrible territorial territories territory test tested testing tests
text textiles texts th than thank thanked thanks that the theatre theatres their theirs them theme
themselves then thence theory there thereafter thereby therefore therefrom therein thereof thereon thereto
thereupon these thesis they thing things think thinking thinks third thirdly thirds thirteen thirty this
thorough thoroughly those though thought thoughts thousand thousands threat threaten threatened
threatening threatens threats three through throughout throw throwing thrown thrust thursday thus tide tie
tied ties tight till time timely times timetable timing tin tion tions tip tired title to today together
token told tolerate tomorrow ton tone tonight tonnage tons too took tools top topic topics torpedo tosec
total totalitarian totalling totally touch touched tough tour tourists toward towards town towns trade
trades trading tradition traditional traffic tragic train trained training trans transaction transactions
transcending transfer transference transferred transferring transfers transit transition transitional
translate translated translation transmission transmit transmitted transmitting transport transportation
transported transports travel travelled travelling treasury treat treated treaties treating treatment
treaty tremendous trend trends trial trials tribal tribunal tribute tried trip tripartite triumph troika
troop troops tropical trouble troubles troublesome truce trucks true truly trunk trust trusted trustee
trusteeship truth try trying tuesday tum turn turned turning tv twelve twenty twice two type typed
types uk ultimate ultimately ultimatum un unable unacceptable unanimity unanimous unanimously unavoidable
unaware uncertain uncertainties uncertainty unchanged unclas unclassified unclear uncommitted
unconditional unconditionally unctad undated undecided under underdeveloped underground underline
underlined underlying undermine undermined underscored understand understandable understanding
understandings understands understood undertake undertaken undertakes undertaking undertakings undertook
undesirability undesirable undeveloped undoubted undoubtedly undue unduly uneasiness uneasy uneconomic
unemployment unequivocal unexpected unfair unfavourable unfavourably unfortunate unfortunately unfounded
unfriendly unhappily unhappy unhelpful unified uniform uniforms unilateral unilaterally unimportant union
unions unique unit unite united units unity universal universality unknown unless unlike unlikely
unlimited unnecessarily unnecessary unnumbered unofficial unofficially unpleasant unprecedented
unpredictable unprovoked unqte unqualified unquestionably unquote unrealistic unreasonable unrelated
unresolved unrest unsatisfactory unsound unstable unsuccessful untenable unthinkable until untoward
unusual unwelcome unwilling unwillingness unwise up upcoming uphold upon upper upset upshot uranium urge
urged urgency urgent urgently urges urging urtel us usa usd usda usdel use used useful usefully usefulness
useless uses usg usia using ussr usual usually utilisation utilised utility utilization utilize utmost
utterly vacuum vague valid validity valuable value values van vanguard variance variation variations
varied variety various vary varying vast vastly ve vehicle vehicles venture venue verbal verbally versa
version very vessel vessels vested veto vi via viability viable vice vicinity victim victims victories
victorious victory vide view viewed viewpoint viewpoints views vigorous vigorously vigour vii viii village
villages violated violation violations violence violent virtual virtually virtue vis visa visas visible
vision visit visited visiting visitors visits visualise visualised vital vitally vivendi viz vocal voice
vol volume voluntarily voluntary volunteer volunteered volunteers von vote voted votes voting voyage vp
vulnerability vulnerable wage waging wait waiting waive walk wall want wanted wanting wants war warfare
warlike warm warmest warmly warn warned warning warnings warrant warranted warrants wars warships wartime
was wasn wastage waste watch watched watching water waters wave waverers way ways we weak weaken weakened
weakening weaker weakness weaknesses wealth weapon weapons weather wednesday week weekend weekly weeks
weigh weighed weighing weight welcome welcomed welcomes welcoming welfare well went were weren west
western westward what whatever whatsoever wheat when whenever where whereabouts whereas whereby wherever
whether which while whilst who whoever whole wholeheartedly wholly whom whose why wide widely wider
widespread widest wife will willing willingly willingness win window wing winning winter wire wireless
wisdom wise wiser wisest wish wished wishes wishing with withdraw withdrawal withdrawals withdrawing
withdrawn withdrew withheld withhold withholding within without withstand witness witnesses women won
wonder wondered wondering wool word worded wording words work workable worked worker workers working works
world worldwide worried worry worse worst worth worthwhile worthy would wouldn write writing written wrong
wrongly wrote www xi xii xiii xiv xix xv xvi xvii xviii xx xxi xxii xxiii xxiv year years yes yesterday
yet yield you young your yours yourself yourselves zinc zone zones
grain grains manager managers reporter reporters testimony dailies counsel engineer engineers lawyer lawyers doctor doctors
nurse pilot pilots farmer farmers grower growers banker bankers dealer dealers trader traders tourist tourists
`;

export const commonWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
