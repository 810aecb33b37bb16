-- The fields an address must have in a country; null when there is no such country (ISO 3166-1, and XK for Kosovo).
-- Called by: channels._delivery_problems, the phone-order form, the quarantine page
create or replace function channels.address_fields(p_country_code text) returns text[]
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select array['name', 'line1']
        || case when p_country_code = any (string_to_array('AE AG CO GI HK ID JP KY MO NR SG SM VG', ' ')) then '{}'
                else array['city'] end
        || case when p_country_code = any (string_to_array(
            'AS AT AU AX BE BL BR CA CH CN CZ DE DK EE ES FI FK FM FR GB GF GG GL GP GR GS GU HU IM IN IO IT JE JP KR LI LT LU LV '
            'MF MH MP MQ MX MY NC NL NO NZ PF PL PM PN PR PT PW RE RO RU SE SG SH SJ SK SM TC TR TW UA US VI WF YT ZA', ' '))
                then array['postal_code'] else '{}' end
        || array['country_code']
    where p_country_code = any (string_to_array(
        'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF '
        'CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH '
        'GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW '
        'KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG '
        'NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN '
        'SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE '
        'YT ZA ZM ZW', ' '))
$$;
