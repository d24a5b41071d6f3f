package lint

// officialNames are names that notes of any department get wrong. Sources: the
// Registry of Applied Titles of the Treasury Board (federal institutions), the
// Justice Laws Website (statutes), and the sites of the bodies abroad. Names
// that a department has of its own belong in its glossary.
var officialNames = []Name{
	// Federal institutions.
	{
		En: "Canada Border Services Agency", Fr: "Agence des services frontaliers du Canada",
		Not: []string{
			"Canadian Border Services Agency", "Canadian Border Service Agency", "Canada Border Service Agency", "Canada Border Security Agency",
			"Agence des services frontaliers canadiens", "Agence canadienne des services frontaliers",
		},
	},
	{
		En: "Canada Revenue Agency", Fr: "Agence du revenu du Canada",
		Not: []string{"Canadian Revenue Agency", "Revenue Canada Agency", "Agence de revenu du Canada", "Agence canadienne du revenu"},
	},
	{
		En: "Canadian Security Intelligence Service", Fr: "Service canadien du renseignement de sécurité",
		Not: []string{
			"Canada Security Intelligence Service", "Canadian Security and Intelligence Service", "Canadian Security Intelligence Services",
			"Service canadien de renseignement de sécurité", "Service canadien du renseignement et de sécurité",
		},
	},
	{
		En: "Royal Canadian Mounted Police", Fr: "Gendarmerie royale du Canada",
		Not: []string{"Royal Canada Mounted Police", "Royal Canadian Mountain Police", "Gendarmerie royale canadienne"},
	},
	{
		En: "Communications Security Establishment", Fr: "Centre de la sécurité des télécommunications",
		Not: []string{"Communication Security Establishment", "Centre de sécurité des télécommunications"},
	},
	{
		En: "Canadian Food Inspection Agency", Fr: "Agence canadienne d’inspection des aliments",
		Not: []string{"Canada Food Inspection Agency", "Canadian Food Inspections Agency"},
	},
	{
		En: "Public Health Agency of Canada", Fr: "Agence de la santé publique du Canada",
		Not: []string{"Canadian Public Health Agency", "Public Health Agency Canada", "Agence de santé publique du Canada"},
	},
	{
		En: "Correctional Service of Canada", Fr: "Service correctionnel du Canada",
		Not: []string{"Correctional Services of Canada", "Correctional Services Canada", "Corrections Service of Canada", "Corrections Services Canada"},
	},
	{En: "Department of National Defence", Fr: "ministère de la Défense nationale", Not: []string{"Department of National Defense"}},
	{En: "Privy Council Office", Fr: "Bureau du Conseil privé", Not: []string{"Privy Counsel Office"}},
	{En: "Statistics Canada", Fr: "Statistique Canada", Not: []string{"Statistic Canada", "Statistiques Canada"}},
	{En: "Global Affairs Canada", Fr: "Affaires mondiales Canada", Not: []string{"Global Affair Canada", "Affaire mondiale Canada"}},
	{En: "House of Commons", Fr: "Chambre des communes", Not: []string{"House of Common"}},

	// Statutes.
	{
		En: "Canadian Charter of Rights and Freedoms", Fr: "Charte canadienne des droits et libertés",
		Not: []string{"Charter of Rights and Freedom", "Charter of Right and Freedoms", "Charte canadienne des droits et liberté", "Charte des droits et liberté"},
	},
	{En: "Official Languages Act", Fr: "Loi sur les langues officielles", Not: []string{"Official Language Act"}},
	{
		En: "Personal Information Protection and Electronic Documents Act", Fr: "Loi sur la protection des renseignements personnels et les documents électroniques",
		Not: []string{"Personal Information Protection and Electronic Document Act", "Personal Information and Protection of Electronic Documents Act"},
	},

	// Bodies abroad and between states.
	{
		En: "United Nations High Commissioner for Refugees", Fr: "Haut-Commissariat des Nations Unies pour les réfugiés",
		Not: []string{"United Nations High Commission for Refugees", "UN High Commission for Refugees"},
	},
	{En: "North Atlantic Treaty Organization", Fr: "Organisation du Traité de l’Atlantique Nord", Not: []string{"North Atlantic Treaty Organisation", "North Atlantic Treaty Association"}},
	{En: "World Health Organization", Fr: "Organisation mondiale de la Santé", Not: []string{"World Health Organisation"}},
	{En: "World Trade Organization", Fr: "Organisation mondiale du commerce", Not: []string{"World Trade Organisation"}},
	{En: "International Organization for Migration", Fr: "Organisation internationale pour les migrations", Not: []string{"International Organisation for Migration", "International Organization of Migration"}},
	{En: "International Labour Organization", Fr: "Organisation internationale du Travail", Not: []string{"International Labor Organization"}},
	{
		En: "International Civil Aviation Organization", Fr: "Organisation de l’aviation civile internationale",
		Not: []string{"International Civil Aviation Organisation", "International Civil Aviation Association"},
	},
	{
		En: "Organisation for Economic Co-operation and Development", Fr: "Organisation de coopération et de développement économiques",
		Not: []string{"Organization for Economic Cooperation and Development", "Organisation of Economic Cooperation and Development", "Organization of Economic Cooperation and Development"},
	},
	{
		En: "Global Counterterrorism Forum", Fr: "Forum mondial de lutte contre le terrorisme",
		Not: []string{"Global Counter Terrorism Forum", "Global Counter-Terrorism Forum"},
	}, // thegctf.org
	{
		En: "Terrorist Screening Center", Fr: "Terrorist Screening Center",
		Not: []string{"Terrorism Screening Center", "Terrorism Screening Centre", "Terrorist Screening Centre"},
	}, // fbi.gov, its name from 2003 on
	{
		En: "National Center for Missing and Exploited Children", Fr: "National Center for Missing and Exploited Children",
		Not: []string{"National Centre for Missing and Exploited Children"},
	}, // missingkids.org
	{
		En: "North American Drug Dialogue", Fr: "Dialogue nord-américain sur les drogues",
		Not: []string{"North American Drug Policy Dialogue"},
	}, // Public Safety Canada and whitehouse.gov, 2016 on
	{
		En: "Digital, Culture, Media and Sport", Fr: "Digital, Culture, Media and Sport",
		Not: []string{"Digital, Cultural, Media and Support", "Digital, Cultural, Media and Sport", "Digital, Culture, Media and Support"},
	}, // gov.uk, 2017 to 2023
}
