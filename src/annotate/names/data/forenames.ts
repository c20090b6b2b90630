/** Forenames that are common in English documents of the twentieth century, with those of other languages they often name. */
const names = `
Abba Abdul Abdullah Adam Adlai Adolf Agha Ahmad Ahmed Alan Albert Alec Aleksandr Alexander Alexei Alexis Alfred Ali Allan Allen
Alois Alphand Alvin Amir Anastas Anatoly Andre André Andreas Andrei Andrew Angus Ann Anna Anne Anthony Antoine Antonio Archibald
Arkady Arne Arnold Arthur Aubrey August Averell Barbara Basil Benjamin Bernard Bertrand Betty Bill Bob Boris Brent Brian Bruce
Bruno Carl Carlos Caspar Cecil Charles Chester Christian Christopher Clark Clarence Claude Clement Clifford Clive Colin Cordell
Couve Cyril Cyrus Dag Daniel David Dean Denis Dennis Dick Dmitri Dmitry Don Donald Douglas Drew Duncan Dwight Earl Edgar Edmund
Eduard Eduardo Edward Edwin Eleanor Elizabeth Ellsworth Emil Emile Enrique Eric Erich Ernest Ernesto Ernst Esmond Essington Eugene
Evan Evelyn Felix Fernando Fidel Filip Foster Foy Francis Francisco Frank Franklin Franz Fred Frederic Frederick Friedrich Fritz
Fumio Gamal Geoffrey Georg George Georges Georgi Gerald Gerard Gerhard Gerold Gianni Gilbert Giovanni Giulio Glenn Gordon Gough
Graham Grant Gregory Guido Gunnar Gustav Guy Habib Hafez Hans Harlan Harold Harry Hassan Hector Heinrich Heinz Helmut Hendrik Henri
Henry Herbert Herman Hermann Hideki Homer Horace Howard Hubert Hugh Hugo Hussein Ian Ibrahim Ichiro Igor Indira Irving Isaac Ismail
Ivan Ivor Jack Jacob Jacques Jakob James Jan Jane Jawaharlal Jean Jeremy Jerome Jerry Jim Jimmy Joachim Joan Johan Johann Johannes
John Jonathan Jorge Jose José Josef Joseph Joshua Josip Josiah Juan Jules Julian Julius Karl Keith Kenneth Kermit Kevin Kingsley
Kirk Klaus Knut Konrad Konstantin Kurt Kwame Lars Laurence Lauris Lawrence Lee Leo Leon Leonard Leonid Leslie Lester Lewis Lincoln
Llewellyn Lloyd Lothar Louis Lucius Ludwig Luigi Luis Lyman Lyndon Malcolm Manuel Marcel Margaret Maria Mario Mark Marshall Martin
Mary Matthew Maurice Max Maxim Maxwell McGeorge Melvin Michael Michel Miguel Mikhail Milton Mohamed Mohammad Mohammed Mortimer
Muhammad Nasser Nathan Neil Nelson Neville Nicholas Nicolas Nigel Nikita Nikolai Noel Norman Oleg Oliver Olof Oscar Otto Owen
Pablo Paolo Pat Patrick Paul Pedro Percy Pete Peter Philip Philippe Phillip Pierre Pietro Rafael Ralph Ramon Raul Ray Raymond
Reginald Reinhold Rene René Rex Ricardo Richard Robert Roberto Rodney Roger Roland Rolf Ronald Roswell Rowland Roy Rudolf Rupert
Russell Salvador Salvatore Sam Samuel Santiago Selwyn Sergei Sergio Shigeru Shukri Sidney Sigmund Simon Stafford Stanley Stephen
Steve Steven Stewart Stuart Sukarno Sumner Susan Tage Takeo Ted Terence Theodor Theodore Thomas Tim Tom Toshio Trygve Turgut Valentin
Valerian Vernon Victor Viktor Vincent Vladimir Vyacheslav Wallace Walt Walter Warren Wendell Werner Wilhelm Will William Willy
Wilson Winston Winthrop Wolfgang Yakov Yitzhak Yuri Yury Yusuf Zbigniew
Aaron Abraham Abram Adrian Alain Alasdair Alastair Alberto Alejandro Aleksander Alessandro Alfonso Alfredo Alistair Alvaro
Amos Anders Andrzej Angela Angelo Anita Anton Anwar Archie Ariel Armando Arturo Arvid Augusto Avraham Aziz Barry Benito
Bertil Bjorn Bohdan Boleslaw Brendan Bryan Bulent Burhan Calvin Carla Carlo Caroline Catherine Cesar Chaim Charlotte Claudio
Clara Cornelius Craig Cyrille Daniele Dario Daud Desmond Dieter Dimitri Dominic Dorothy Edith Edmond Edouard Edvard
Efrain Egon Ehud Einar Eliahu Elias Elliot Elmer Emilio Emmanuel Enoch Erik Ervin Esteban Ezer Faisal Farouk Fathi Federico
Fernand Floyd Fouad Francesco Francois François Fuad Gabriel Gaston Gennady Geraldine Gerd Gerry Giacomo Gideon Giorgio
Giuseppe Godfrey Golda Gonzalo Grigori Grigory Guillermo Gunter Günter Gustavo Hamid Hannah Harald Haydar Helen Helene Helga
Helge Henryk Hernan Hiram Hossein Husain Ignacio Ihsan Ilya Imelda Ingrid Irene Irwin Ismet Ivo Jaap Jacqueline Jaime Jamil
Janos Janusz Javier Jeanne Jeff Jerzy Judith Julio Jürgen Juergen Kamal Karel Karim Katherine Khalid Kenji Kofi Ladislav
Laszlo Lázaro Leif Leonel Leopold Lionel Lorenzo Louise Lucien Ludvik Maarten Magnus Mahmud Manfred Manlio Marco Marcos
Marian Marie Marion Marko Martha Martti Maurizio Menachem Michal Michele Mieczyslaw Milos Mitchell Mohamad Mohsen Moise
Morarji Moshe Murray Mustafa Nabil Naguib Nils Nikola Nikolaos Olaf Omar Osman Oswaldo Oswald Paavo Pascal Patricia Pavel
Petr Petros Pieter Pinhas Poul Radomir Rafiq Raoul Rashid Rodolfo Rodrigo Romulo Rosemary Rudolph Ruth Sabri Salim Samir
Sandor Saburo Sarah Saul Shimon Shlomo Simcha Simeon Slobodan Spyros Stanislav Stansfield Stefan Sten Stjepan Suleyman Sven
Sylvia Tadeusz Tariq Teresa Thorvald Tibor Tomas Torsten Umberto Uri Ursula Vaclav Václav Vadim Valery Vasily Vincenzo
Vytautas Walther Wilfred Wilfried Willem Wojciech Xavier Yaacov Yehuda Yigal Yosef Yuli Zalman Zdenek Zulfikar
`;

/** In small letters. */
export const forenames: ReadonlySet<string> = new Set(names.toLowerCase().trim().split(/\s+/));
