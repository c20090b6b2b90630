/**
 * Cities, regions, seas and dependencies that diplomatic documents of the twentieth century name, besides states
 * and capitals: a line for each zone of the clock (IANA), a place with its other names behind `=`. A line that begins
 * with `-` has places of no one zone.
 */
const lines = `
- Europe; Western Europe; Eastern Europe; Central Europe; Southern Europe; Africa; North Africa; East Africa; West Africa; Southern Africa; Central Africa; Asia; Asia-Pacific=Asia Pacific; South-East Asia=Southeast Asia=South East Asia; East Asia; South Asia; Central Asia; Asia Minor; Far East; Middle East; Near East; Latin America; South America; Central America; North America; America; Balkans; Caribbean; Scandinavia; Baltic; Baltic States; Antarctica=Antarctic; Arctic; Oceania
- Pacific=Pacific Ocean; South Pacific; South-West Pacific=Southwest Pacific=South West Pacific; Western Pacific; North Pacific; Atlantic=Atlantic Ocean; North Atlantic; South Atlantic; Indian Ocean; Mediterranean=Mediterranean Sea; Eastern Mediterranean; Red Sea; Black Sea; Baltic Sea; North Sea; Aegean=Aegean Sea; Adriatic=Adriatic Sea; Arabian Sea; Persian Gulf; Gulf of Tonkin=Tonkin Gulf; Gulf of Mexico; South China Sea; Timor Sea; Coral Sea; Bay of Bengal; Sea of Japan; Yellow Sea; English Channel; Bosporus=Bosphorus; Dardanelles; Strait of Hormuz; Straits of Malacca=Strait of Malacca; Suez Canal=Suez; Panama Canal; Canal Zone=Panama Canal Zone; Rhine; Danube; Oder; Elbe; Nile; Mekong; Yangtze; Yalu; Jordan River; Euphrates
- Gulf of Aden; Gulf of Tonkin; Gulf of Siam; Gulf of Mexico; Gulf of Carpentaria; Bohemia-Moravia; West Bank; Golan Heights=Golan; Sinai=Sinai Peninsula; Gaza=Gaza Strip; Kashmir=Jammu and Kashmir; Punjab; Bengal; Tibet; Manchuria=Manchukuo; Sinkiang=Xinjiang; Inner Mongolia; Outer Mongolia; Siberia; Crimea; Caucasus; Transcaucasia; Karelia; Silesia; Sudetenland; Bavaria; Saar; Ruhr; Rhineland; Saxony; Prussia=East Prussia; Alsace; Tyrol=South Tyrol; Dalmatia; Macedonia; Thrace; Anatolia; Kurdistan; Indo-China=Indochina=Indo China; Cochin China; Annam; Tonkin; Borneo=North Borneo=British North Borneo; Sarawak; Sabah; Java; Sumatra; Celebes; Moluccas; Bali; Timor=Portuguese Timor=East Timor=Dutch Timor; Dutch New Guinea=West New Guinea=West Irian=Irian Jaya; New Guinea; Papua=Papua New Guinea; New Britain; New Ireland; Bougainville; Solomon Islands=Solomons; New Hebrides; New Caledonia; Fiji; Tonga; Samoa=Western Samoa; Nauru; Gilbert Islands=Gilbert and Ellice Islands; Marshall Islands; Caroline Islands; Marianas; Guam; Midway; Wake Island; Hawaii; Okinawa; Ryukyus=Ryukyu Islands; Kuriles=Kurile Islands; Sakhalin; Hokkaido; Kyushu; Formosa Strait=Taiwan Strait; Quemoy; Matsu; Pescadores; Hainan; Christmas Island; Cocos Islands; Diego Garcia; Azores; Madeira; Canary Islands; Cape Verde; Bermuda; Bahamas; Jamaica; Trinidad; Barbados; Martinique; Guadeloupe; British Guiana; Surinam; Greenland; Spitsbergen; Eire; Ceylon; Burma; Malaya; Dutch East Indies; Netherlands East Indies; N.E.I.; Siam; Persia; Abyssinia; Mesopotamia; Transjordan=Trans-Jordan; Levant; Hejaz; Sahara=Western Sahara=Spanish Sahara; Sahel; Maghreb; Horn of Africa; Judea; Samaria; Galilee; Negev; Bohemia; Moravia; Slovakia; Ruthenia; Galicia; Bukovina; Dobruja=Dobrudja; Pomerania; Carinthia; Catalonia; Savoy; Flanders; Normandy; Brittany; Lapland; Petsamo; Ukraine=Ukrainian SSR; Georgian SSR; Soviet Zone; Western Zone; British Zone; American Zone; French Zone; Iberian Peninsula; Indian Subcontinent; Korean Peninsula; Malay Peninsula; Malay Barrier; Liaotung; Shantung; Yunnan; Szechwan; Kwangtung; Kwangsi; Fukien; Jehol; Burma Road; Shan States; Kra Isthmus; Bismarck Archipelago; Admiralty Islands; Guadalcanal; Tulagi; Tarawa; Truk; Palau; Saipan; Iwo Jima; Kwajalein; Eniwetok; Bikini; Canton Island; Fanning Island; Ocean Island; Norfolk Island; Lord Howe Island; Cook Islands; Tahiti; Tokelau; Niue; Buna; Kokoda; Milne Bay; Owen Stanley; Salamaua; Finschhafen; Gasmata; Madang; Wewak; Atauro; Baucau; Ascension Island; St. Helena; Tristan da Cunha; Comoros; Socotra; Perim; Hadhramaut; Dhofar; Cabinda; Caprivi Strip; Shaba; Kasai; Cyrene; Fezzan; Aozou Strip; Corsica; Sardinia; Sicily; Crete; Rhodes; Dodecanese; Malta; Gibraltar; Ulster=Northern Ireland; Scotland; Wales
- British Empire; British Commonwealth=British Commonwealth of Nations
- Rhodesia=Southern Rhodesia; Northern Rhodesia; Nyasaland; Tanganyika; Zanzibar; Katanga; Biafra; Eritrea; Ogaden; French Somaliland; British Somaliland; South West Africa=South-West Africa; Transvaal; Natal; Guantanamo=Guantanamo Bay; Bay of Pigs; Puerto Rico; Falkland Islands=Falklands
Australia/Sydney Sydney; Newcastle; Melbourne; Hobart; New South Wales; Victoria; Tasmania
Australia/Brisbane Brisbane; Queensland; Townsville; Cairns; Thursday Island
Australia/Adelaide Adelaide; South Australia
Australia/Darwin Darwin; Northern Territory
Australia/Perth Perth; Fremantle; Western Australia
Pacific/Port_Moresby Port Moresby=Moresby; Rabaul; Lae
Asia/Dili Dili=Dilli; Portuguese Timor; East Timor; Timor
Asia/Novosibirsk Novosibirsk
Asia/Makassar Kupang=Koepang; Makassar; Ambon=Amboina
Pacific/Auckland Auckland; Christchurch; Dunedin
Asia/Tokyo Yokohama; Sapporo; Sasebo; Yokosuka; Fukuoka; Naha; Haneda Airport; Narita; Osaka; Kobe; Kyoto; Nagoya; Hiroshima; Nagasaki; Tokyo=Tokio
Asia/Shanghai Peking=Peiping; Beijing; Wuhan; Swatow; Ningpo; Hangchow; Soochow; Chengtu; Kweilin; Tsinan; Nankin; Shanghai; Nanking=Nanjing; Canton=Guangzhou; Chungking=Chongqing; Hankow; Tientsin; Mukden; Harbin; Dairen; Port Arthur; Tsingtao; Amoy; Foochow; Kunming; Yenan
Asia/Hong_Kong Hong Kong=Hongkong; Kowloon
Asia/Macau Macao=Macau
Asia/Seoul Pusan; Panmunjom; Inchon
Asia/Manila Corregidor; Cavite; Cebu; Davao; Baguio; Sulu; Quezon City; Clark Field; Clark Air Base; Bataan; Luzon; Mindanao; Leyte; Subic Bay
Asia/Singapore Changi
Asia/Kuala_Lumpur Penang; Kelantan; Kedah; Perak; Selangor; Trengganu; Ipoh; Malacca; Johore
Asia/Jakarta Djakarta=Batavia; Jogjakarta=Yogyakarta=Djokjakarta; Semarang; Medan; Palembang; Bogor; Bandung=Bandoeng; Surabaya=Sourabaya
Asia/Ho_Chi_Minh Saigon; Cam Ranh Bay=Cam Ranh; Nha Trang; Can Tho; Dalat; Pleiku; Vung Tau; Bien Hoa; Tan Son Nhut; Quang Tri; Khe Sanh; Hanoi; Haiphong; Hue; Da Nang=Danang; Dien Bien Phu
Asia/Kolkata Bombay; Bangalore; Ahmedabad; Lucknow; Cawnpore=Kanpur; Patna; Imphal; Kohima; Nagaland; Sikkim; Pondicherry; Trivandrum; Kerala; Calcutta; Madras; Delhi; Simla; Goa; Hyderabad; Assam
Asia/Karachi Karachi; Lahore; Rawalpindi; Peshawar
Asia/Dhaka Dacca; East Pakistan; Bangladesh
Asia/Kathmandu Nepal; Kathmandu
Asia/Riyadh Jidda=Jedda=Jeddah; Dhahran; Mecca
Asia/Aden Aden; Yemen; Sanaa; Taiz
Asia/Dubai Abu Dhabi; Dubai; Oman; Muscat; Trucial States; United Arab Emirates
Asia/Qatar Qatar; Doha; Bahrain=Bahrein
Asia/Baghdad Basra; Mosul
Asia/Tehran Teheran; Abadan; Tabriz; Isfahan
Asia/Jerusalem Jerusalem; Jericho; Hebron; Ramallah; Bethlehem; Eilat; Beersheba; Tel Aviv; Haifa; Palestine; Nazareth
Asia/Damascus Aleppo; Hama
Asia/Nicosia Famagusta; Kyrenia; Limassol
Africa/Cairo Alexandria; Aswan; El Alamein; Luxor; Sharm el-Sheikh; Port Said; Ismailia; Canal Area
Africa/Tripoli Benghazi; Tobruk; Cyrenaica; Tripolitania
Africa/Algiers Oran
Africa/Casablanca Casablanca; Tangier; Fez
Africa/Accra Gold Coast
Africa/Monrovia Liberia; Monrovia
Africa/Dakar Senegal; Dakar
Africa/Conakry Guinea; Conakry
Africa/Bamako Mali; Bamako
Africa/Abidjan Ivory Coast; Abidjan; Upper Volta; Ouagadougou; Togo; Lome; Niger; Niamey; Dahomey; Sierra Leone; Freetown; Gambia; Mauritania
Africa/Kinshasa Congo=Belgian Congo; Zaire; Leopoldville=Kinshasa; Stanleyville; Elisabethville; Brazzaville
Africa/Luanda Angola; Luanda
Africa/Maputo Mozambique; Lourenco Marques
Africa/Lusaka Zambia; Lusaka
Africa/Harare Salisbury; Zimbabwe
Africa/Blantyre Malawi; Blantyre
Africa/Dar_es_Salaam Tanzania; Dar es Salaam
Africa/Nairobi Mombasa
Africa/Kampala Uganda; Kampala
Africa/Kigali Rwanda; Kigali; Burundi; Bujumbura
Africa/Mogadishu Somalia; Mogadishu=Mogadiscio
Africa/Johannesburg Cape Town=Capetown; Simonstown; Port Elizabeth; Walvis Bay; Soweto; Durban; Lesotho; Swaziland; Namibia; Windhoek
Africa/Gaborone Botswana; Gaborone
Indian/Antananarivo Madagascar; Tananarive; Malagasy Republic
Indian/Mauritius Mauritius; Seychelles; Maldives
Africa/Douala Cameroon; Yaounde; Gabon; Libreville; Chad; Fort Lamy
Europe/London Liverpool; Manchester; Oxford; Cambridge; Edinburgh; Glasgow; Belfast; Southampton; Plymouth; Portsmouth
Europe/Paris Marseilles=Marseille; Lille; Dunkirk; Brest; Rambouillet; Lyons; Bordeaux; Vichy; Strasbourg; Cherbourg; Calais; Toulon; Versailles
Europe/Berlin Berlin=West Berlin=East Berlin; Hanover; Karlsruhe; Heidelberg; Wiesbaden; Kiel; Aachen; Weimar; Rostock; Magdeburg; Berchtesgaden; Godesberg=Bad Godesberg; Bonn; Hamburg; Munich; Frankfurt; Bremen; Cologne; Dresden; Leipzig; Nuremberg; Potsdam; East Germany=German Democratic Republic=GDR; Helmstedt; Dusseldorf; Stuttgart
Europe/Brussels Antwerp; Brussels
Europe/Luxembourg Luxembourg
Europe/Amsterdam Amsterdam; Rotterdam; The Hague
Europe/Zurich Geneva; Zurich; Berne; Lausanne; Basel
Europe/Rome Milan; Bologna; Anzio; Taranto; Bari; Brindisi; Rapallo; Venice; Naples; Turin; Genoa; Trieste; Palermo; Florence; Vatican=Vatican City=Holy See
Europe/Madrid Barcelona; Rota; Torrejon
Europe/Lisbon Oporto; Lajes
Europe/Vienna Salzburg; Innsbruck
Europe/Budapest Budapest
Europe/Prague Bratislava; Brno; Carlsbad; Pilsen
Europe/Warsaw Danzig=Gdansk; Cracow; Poznan; Posen; Polish Corridor
Europe/Athens Salonika=Thessaloniki; Piraeus; Corfu
Europe/Belgrade Zagreb; Ljubljana; Sarajevo; Croatia; Slovenia; Serbia; Bosnia; Kosovo; Montenegro
Europe/Bucharest Bessarabia; Transylvania; Ploesti
Europe/Istanbul Istanbul=Constantinople; Izmir; Adana; Incirlik
Europe/Helsinki Aland Islands
Europe/Stockholm Gothenburg
Europe/Copenhagen Jutland
Europe/Oslo Bergen; Narvik; Trondheim
Atlantic/Reykjavik Keflavik
Europe/Moscow Leningrad=St. Petersburg=Petrograd; Gorky; Volgograd; Rostov; Kaliningrad=Koenigsberg=Königsberg; Smolensk; Pskov; Stalingrad; Murmansk; Archangel; Yalta; Sochi
Europe/Kyiv Odessa; Chernobyl; Lvov; Dnepropetrovsk; Kiev; Kharkov; Sevastopol
Europe/Minsk Byelorussia=Belorussia=Belarus; Minsk
Europe/Vilnius Lithuania; Vilnius; Memel
Europe/Riga Latvia; Riga
Europe/Tallinn Estonia; Tallinn
Asia/Tashkent Uzbekistan; Tashkent; Samarkand
Asia/Almaty Kazakhstan; Alma Ata; Semipalatinsk
Asia/Tbilisi Tbilisi; Tiflis
Asia/Baku Azerbaijan; Baku
Asia/Yerevan Armenia; Yerevan
Asia/Vladivostok Vladivostok; Khabarovsk
America/New_York New York=New York City; New Jersey; Connecticut; Maine; Vermont; New Hampshire; Rhode Island; Maryland; North Carolina; South Carolina; Ohio; Michigan; Delaware; West Virginia; Cleveland; Cincinnati; Newark; Annapolis; Fort Bragg; Manhattan; Brooklyn; Boston; Philadelphia; Baltimore; Miami; Florida; Atlanta; Detroit; Pittsburgh; Cape Canaveral=Cape Kennedy; Hyde Park; Camp David; Norfolk; Newport; Lake Success; Virginia; Massachusetts; Pennsylvania; Washington D.C.=Washington, D.C.
America/Chicago Chicago; Illinois; Wisconsin; Minnesota; Iowa; Missouri; Arkansas; Tennessee; Alabama; Oklahoma; Kansas; Nebraska; North Dakota; South Dakota; Kansas City; Minneapolis; Memphis; San Antonio; Fort Worth; Oak Ridge; Texas; Houston; Dallas; New Orleans; St. Louis; Louisiana
America/Denver Denver; Utah; Wyoming; New Mexico; Idaho; Salt Lake City; Albuquerque; Colorado
America/Los_Angeles San Francisco; Oregon; Nevada; Sacramento; San Clemente; Los Angeles; California; San Diego; Seattle
America/Anchorage Alaska; Anchorage
Pacific/Honolulu Honolulu; Pearl Harbor=Pearl Harbour
America/Toronto Toronto; Montreal; Quebec; Ontario; Halifax
America/Vancouver Vancouver; Juan de Fuca=Strait of Juan de Fuca; British Columbia
America/Havana Santiago de Cuba
America/Santo_Domingo Dominican Republic; Santo Domingo
America/Port-au-Prince Haiti; Port-au-Prince=Port au Prince
America/Guatemala Guatemala; Guatemala City
America/Tegucigalpa Honduras; Tegucigalpa
America/El_Salvador El Salvador; San Salvador
America/Managua Nicaragua; Managua
America/Costa_Rica Costa Rica; San Jose
America/Panama Panama; Panama City
America/Belize Belize; British Honduras
America/Guayaquil Ecuador; Quito; Guayaquil
America/La_Paz Bolivia; La Paz
America/Asuncion Paraguay; Asuncion
America/Montevideo Uruguay; Montevideo; Punta del Este
America/Sao_Paulo Rio de Janeiro=Rio; Sao Paulo
America/Argentina/Buenos_Aires Cordoba
America/Guyana Guyana; Georgetown
Indian/Mauritius Port Louis
Asia/Phnom_Penh Kampuchea
Asia/Ho_Chi_Minh SRV=Socialist Republic of Vietnam
America/Los_Angeles Nevada
America/Chicago Tennessee; Illinois; Missouri; Kansas
America/Detroit Michigan
Asia/Nicosia Varosha
Asia/Thimphu Bhutan; Sikkim
Asia/Brunei Brunei
Asia/Colombo Trincomalee
Asia/Beirut Sidon
Asia/Amman Transjordan; Aqaba
Africa/Khartoum Port Sudan
`;

export interface Place {
  readonly name: string;
  readonly names: readonly string[];
  readonly zone?: string;
}

export const places: readonly Place[] = lines
  .trim()
  .split('\n')
  .flatMap((line) => {
    const cut = line.indexOf(' ');
    const zone = line.slice(0, cut);
    return line
      .slice(cut + 1)
      .split(';')
      .map((entry) => {
        const names = entry.trim().split('=');
        return { name: names[0] ?? '', names, ...(zone === '-' ? {} : { zone }) };
      });
  });
