"""Who speaks in a bracket: states and groups as drafts name them, and their codes.

A draft names delegations as it pleases: two or three letters, a clipped name (`Sing`), a name
in full, a group. This is the list of what is taken for a delegation without being told; the
parties of the negotiation itself come on top of it.
"""

from __future__ import annotations

# Two letters, three letters (ISO 3166-1), name: members and observers of the United Nations, and
# members of the World Trade Organization.
_STATES = """
AD AND Andorra; AE ARE United Arab Emirates; AF AFG Afghanistan; AG ATG Antigua and Barbuda; AL
ALB Albania; AM ARM Armenia; AO AGO Angola; AR ARG Argentina; AT AUT Austria; AU AUS Australia;
AZ AZE Azerbaijan; BA BIH Bosnia and Herzegovina; BB BRB Barbados; BD BGD Bangladesh; BE BEL
Belgium; BF BFA Burkina Faso; BG BGR Bulgaria; BH BHR Bahrain; BI BDI Burundi; BJ BEN Benin; BN
BRN Brunei Darussalam; BO BOL Bolivia; BR BRA Brazil; BS BHS Bahamas; BT BTN Bhutan; BW BWA
Botswana; BY BLR Belarus; BZ BLZ Belize; CA CAN Canada; CD COD Democratic Republic of the Congo;
CF CAF Central African Republic; CG COG Congo; CH CHE Switzerland; CI CIV Côte d’Ivoire; CK COK
Cook Islands; CL CHL Chile; CM CMR Cameroon; CN CHN China; CO COL Colombia; CR CRI Costa Rica;
CU CUB Cuba; CV CPV Cabo Verde; CY CYP Cyprus; CZ CZE Czech Republic; DE DEU Germany; DJ DJI
Djibouti; DK DNK Denmark; DM DMA Dominica; DO DOM Dominican Republic; DZ DZA Algeria; EC ECU
Ecuador; EE EST Estonia; EG EGY Egypt; ER ERI Eritrea; ES ESP Spain; ET ETH Ethiopia; FI FIN
Finland; FJ FJI Fiji; FM FSM Micronesia; FR FRA France; GA GAB Gabon; GB GBR United Kingdom; GD
GRD Grenada; GE GEO Georgia; GH GHA Ghana; GM GMB Gambia; GN GIN Guinea; GQ GNQ Equatorial
Guinea; GR GRC Greece; GT GTM Guatemala; GW GNB Guinea-Bissau; GY GUY Guyana; HK HKG Hong Kong;
HN HND Honduras; HR HRV Croatia; HT HTI Haiti; HU HUN Hungary; ID IDN Indonesia; IE IRL Ireland;
IL ISR Israel; IN IND India; IQ IRQ Iraq; IR IRN Iran; IS ISL Iceland; IT ITA Italy; JM JAM
Jamaica; JO JOR Jordan; JP JPN Japan; KE KEN Kenya; KG KGZ Kyrgyzstan; KH KHM Cambodia; KI KIR
Kiribati; KM COM Comoros; KN KNA Saint Kitts and Nevis; KP PRK DPRK; KR KOR Republic of Korea;
KW KWT Kuwait; KZ KAZ Kazakhstan; LA LAO Lao PDR; LB LBN Lebanon; LC LCA Saint Lucia; LI LIE
Liechtenstein; LK LKA Sri Lanka; LR LBR Liberia; LS LSO Lesotho; LT LTU Lithuania; LU LUX
Luxembourg; LV LVA Latvia; LY LBY Libya; MA MAR Morocco; MC MCO Monaco; MD MDA Moldova; ME MNE
Montenegro; MG MDG Madagascar; MH MHL Marshall Islands; MK MKD North Macedonia; ML MLI Mali; MM
MMR Myanmar; MN MNG Mongolia; MO MAC Macao; MR MRT Mauritania; MT MLT Malta; MU MUS Mauritius;
MV MDV Maldives; MW MWI Malawi; MX MEX Mexico; MY MYS Malaysia; MZ MOZ Mozambique; NA NAM
Namibia; NE NER Niger; NG NGA Nigeria; NI NIC Nicaragua; NL NLD Netherlands; NO NOR Norway; NP
NPL Nepal; NR NRU Nauru; NU NIU Niue; NZ NZL New Zealand; OM OMN Oman; PA PAN Panama; PE PER
Peru; PG PNG Papua New Guinea; PH PHL Philippines; PK PAK Pakistan; PL POL Poland; PS PSE
Palestine; PT PRT Portugal; PW PLW Palau; PY PRY Paraguay; QA QAT Qatar; RO ROU Romania; RS SRB
Serbia; RU RUS Russian Federation; RW RWA Rwanda; SA SAU Saudi Arabia; SB SLB Solomon Islands;
SC SYC Seychelles; SD SDN Sudan; SE SWE Sweden; SG SGP Singapore; SI SVN Slovenia; SK SVK
Slovakia; SL SLE Sierra Leone; SM SMR San Marino; SN SEN Senegal; SO SOM Somalia; SR SUR
Suriname; SS SSD South Sudan; ST STP Sao Tome and Principe; SV SLV El Salvador; SY SYR Syria; SZ
SWZ Eswatini; TD TCD Chad; TG TGO Togo; TH THA Thailand; TJ TJK Tajikistan; TL TLS Timor-Leste;
TM TKM Turkmenistan; TN TUN Tunisia; TO TON Tonga; TR TUR Türkiye; TT TTO Trinidad and Tobago;
TV TUV Tuvalu; TW TWN Chinese Taipei; TZ TZA Tanzania; UA UKR Ukraine; UG UGA Uganda; US USA
United States; UY URY Uruguay; UZ UZB Uzbekistan; VA VAT Holy See; VC VCT Saint Vincent and the
Grenadines; VE VEN Venezuela; VN VNM Viet Nam; VU VUT Vanuatu; WS WSM Samoa; YE YEM Yemen; ZA
ZAF South Africa; ZM ZMB Zambia; ZW ZWE Zimbabwe
"""

# Other names of states, and the ways drafts clip them.
_OTHER_NAMES = """
United States of America; USA; U.S.; U.S; U.S.A.; UK; U.K.; U.K; Great Britain; United Kingdom
of Great Britain and Northern Ireland; Russia; South Korea; Korea; ROK; North Korea; Democratic
People's Republic of Korea; Vietnam; Turkey; Czechia; Slovak Republic; Ivory Coast; Côte
d'Ivoire; Cote d'Ivoire; Brunei; Burma; Laos; Lao People's Democratic Republic; Iran (Islamic
Republic of); Islamic Republic of Iran; Bolivia (Plurinational State of); Plurinational State of
Bolivia; Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela; Syrian Arab
Republic; United Republic of Tanzania; Republic of Moldova; Federated States of Micronesia; The
Gambia; Cape Verde; Swaziland; Macedonia; The former Yugoslav Republic of Macedonia; DRC; UAE;
KSA; PRC; People's Republic of China; Taiwan; State of Palestine; Macau; Kosovo; East Timor;
RSA; PNG; São Tomé and Príncipe
"""
_CLIPPED = "J Can Aus Kor Mex Mor Sing Jap Swi Switz Bra Arg Chi Rus Nor Ice Isr Thai Phil".split()

_GROUPS = """
EU; E.U.; E.U; UE; EC; EEC; European Union; European Communities; European Community; European
Commission; European Parliament; EP; EFTA; EEA; NATO; OSCE; G77;
G-77; G 77; G77 and China; G-77 and China; G77 & China; G77/China; G-77/China; G77+China;
G-77+China; G77-China; Group of 77; Group of 77 and China; G10; G-10; G20; G-20; G33; G-33; G90;
G-90; G110; G-110; AOSIS; SIDS; PSIDS; LDC; LDCs; LLDC; LLDCs; LMDC; LMDCs; EIG; AILAC; ALBA;
BASIC; BRICS; CARICOM; CARIFORUM; CfRN; ASEAN; ASN; GRULAC; WEOG; EEG; JUSCANZ; JUSSCANNZ; CANZ;
MERCOSUR; NAM; GCC; OIC; OPEC; ECOWAS; SADC; SICA; ACP; ABU; CEIT; CIS; PIF;
Cairns Group; Rio Group; African Group; Arab Group; African Union; Arab League; League of Arab
States; Arab States; African States; Like-Minded Developing Countries; Like-minded Group; Umbrella
Group; Environmental Integrity Group; Visegrad Group; Nordic countries; Pacific Islands Forum;
Non-Aligned Movement; Least Developed Countries; Small Island Developing States; Alliance of Small
Island States; Coalition for Rainforest Nations; Landlocked Developing Countries; Latin American
and Caribbean Group; Western European and Others Group; Eastern European Group; Order of Malta;
Sovereign Order of Malta; ICRC
"""


def _listed(names: str) -> list[str]:
    return [" ".join(name.split()) for name in names.split(";")]


def _code(name: str) -> bool:
    """Tell whether a name is written in capitals or figures, beside its first letter."""
    return name[1:] != name[1:].lower() or name[1:].isdigit()


_RECORDS = [record.split(" ", 2) for record in _listed(_STATES)]

# Compared letter by letter: `US`, but not `us`.
CODES = frozenset(
    [code for two, three, _ in _RECORDS for code in (two, three)]
    + _CLIPPED
    + [name for name in _listed(_OTHER_NAMES) + _listed(_GROUPS) if _code(name)]
) - {"AND", "ARE"}

# Compared without case: names in full.
NAMES = frozenset(
    name.casefold()
    for name in [record[2] for record in _RECORDS] + _listed(_OTHER_NAMES) + _listed(_GROUPS)
    if len(name) > 3 and name.upper() != name
)

# Words of drafts that look like codes and are none.
NO_PARTY = frozenset(
    (
        "add addt alt ann annex art arts aim and are aux box but cf ch chair chap cl cols conf cop"
        " cmp cma date def del do draft ed eg end esp est etc ex fig figs fn for goal had has her"
        " his if ie in incl is it its item key lead line list mod name nb new no noc none not note"
        " now of old on one op opt opts or our para paras part per place pm pp pps ps ref refs rev"
        " sbi sbsta sec see seq sic so step sub such sum sup tab table tba tbc tbd text than that"
        " the then this title to todo tot two unit use vol vs was we when who why will yes you your"
        " co2 ch4 n2o sf6 so2 so4 no2 no3 ghg hiv trips gatt gats unclos unfccc cites cbd"
    ).split()
)
