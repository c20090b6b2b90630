/** Bodies that diplomatic documents of the twentieth century call by their names alone; other names behind `=`. */
const lines = `
United Nations=U.N.=UN=U.N.O.=UNO=United Nations Organization=United Nations Organisation
Security Council=UN Security Council=U.N. Security Council=UNSC
General Assembly=UN General Assembly=U.N. General Assembly=UNGA
Trusteeship Council; Economic and Social Council=ECOSOC; International Court of Justice=ICJ; UNESCO; UNICEF; UNRWA; UNRRA; UNCTAD; UNFICYP; UNEF; UNHCR; UNDP
World Bank=International Bank for Reconstruction and Development=IBRD; International Monetary Fund=IMF; World Health Organization=WHO; International Labour Organisation=International Labor Organization; International Atomic Energy Agency=IAEA; GATT; League of Nations; Red Cross=International Red Cross=ICRC
North Atlantic Treaty Organization=NATO; North Atlantic Council=NAC; Warsaw Pact Organization; SHAPE; SACEUR; CENTO; South-East Asia Treaty Organization=SEATO; ASEAN=Association of Southeast Asian Nations=Association of South-East Asian Nations; ANZUS Council; European Economic Community=EEC=European Community=EC=Common Market; OECD=O.E.C.D.; OEEC; European Coal and Steel Community; Council of Europe; Western European Union=WEU; EFTA; COMECON=CEMA; Cominform; Comintern; Organization of American States=OAS=O.A.S.; Organization of African Unity=OAU; Arab League; Palestine Liberation Organization=PLO=P.L.O.; OPEC
State Department=Department of State; Defense Department=Department of Defense=DOD; Treasury Department=Department of the Treasury; Justice Department=Department of Justice; Commerce Department=Department of Commerce; War Department; Navy Department; White House; Pentagon; Joint Chiefs of Staff=JCS; National Security Council=NSC; Central Intelligence Agency=CIA=C.I.A.; FBI=Federal Bureau of Investigation; AEC=Atomic Energy Commission; ACDA; USIA; USIS; NASA; Peace Corps; Atomic Energy Commission; Supreme Court; Congress=U.S. Congress; Senate=U.S. Senate=US Senate; House of Representatives; Senate Foreign Relations Committee=Foreign Relations Committee; United States Government=U.S. Government=US Government=USG=U.S.G.=U.S.A. Government; Federal Reserve Board; Export-Import Bank; Policy Planning Staff; Radio Free Europe; Voice of America
Foreign Office=F.O.; Dominions Office; Colonial Office; War Office; Home Office; Air Ministry; Admiralty; Board of Trade; Commonwealth Relations Office; India Office; British Treasury; Cabinet Office; Foreign and Commonwealth Office; War Cabinet; House of Commons; House of Lords; Bank of England; Chiefs of Staff; Combined Chiefs of Staff; Imperial War Cabinet; Committee of Imperial Defence; United Kingdom Government=U.K. Government=UK Government=H.M. Government=H.M.G.=HMG=His Majesty's Government=Her Majesty's Government=British Government; BBC=B.B.C.; R.A.F.=RAF=Royal Air Force; Royal Navy; South East Asia Command
Commonwealth Government=Australian Government=Government of Australia; Australian War Cabinet; Department of External Affairs=External Affairs Department=Dept of External Affairs; Department of Foreign Affairs; Department of Defence; Prime Minister's Department; Department of the Army; Department of Trade; Advisory War Council; Pacific War Council; Far Eastern Council; Far Eastern Commission; Allied Council; Australian Labor Party=A.L.P.=ALP; R.A.A.F.=RAAF; A.I.F.=AIF; R.A.N.; C.S.I.R.; New Zealand Government; Union Government; Joint Intelligence Organisation
SovGov=Sov Govt=Sov Gov; Presidium; Supreme Soviet; Politburo; Central Committee; KGB=K.G.B.; Kremlin; Tass; Pravda; Izvestia; Communist Party=Communist Party of the Soviet Union=CPSU; Kuomintang=KMT; Red Army; People's Liberation Army=PLA; Viet Cong=Vietcong; Viet Minh; Pathet Lao; Quai d'Orsay; Bundestag; Bundesrat; Reichstag; Gestapo; Knesset; Wilhelmstrasse; Gaimusho; Diet=Japanese Diet; Fretilin=FRETILIN; Apodeti=APODETI; UDT; Council of Foreign Ministers; Allied Control Council; Preparatory Commission; South Pacific Commission; Reuters=Reuter; Lufthansa; Associated Press; United Press; New York Times; Washington Post
`;

export interface Organisation {
  readonly name: string;
  readonly names: readonly string[];
}

export const organisations: readonly Organisation[] = lines
  .trim()
  .split('\n')
  .flatMap((line) =>
    line.split(';').map((entry) => {
      const names = entry.trim().split('=');
      return { name: names[0] ?? '', names };
    }),
  );
