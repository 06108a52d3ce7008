-- A macro's argument is copied to each place where it stands, so that nested macros grow without bound: these copy it once.
CREATE MACRO mdy(x) AS list_transform([x], lambda t: CASE
    WHEN regexp_full_match(trim(t), '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}( 0?0:00(:00)?| 12:00(:00)? AM)?')
        THEN coalesce(strftime(try_strptime(split_part(trim(t), ' ', 1), '%m/%d/%Y'), '%Y-%m-%d'), t)
    ELSE t END)[1];
CREATE MACRO utc_once(x) AS list_transform([x], lambda t: utc(t))[1];
CREATE MACRO day_after(x) AS strftime(date_trunc('day', utc_once(x)) + INTERVAL 1 DAY, '%Y-%m-%d');
CREATE MACRO month_of(x) AS strftime(date_trunc('month', utc_once(x)), '%Y-%m-%d');
CREATE MACRO next_month(x) AS strftime(date_trunc('month', utc_once(x)) + INTERVAL 1 MONTH, '%Y-%m-%d');
CREATE MACRO braced(x) AS CASE WHEN trim(x) = '' OR starts_with(trim(x), '{') THEN x ELSE '{' || x || '}' END;
CREATE MACRO block_power(unit) AS CASE WHEN regexp_matches(unit, '^10*[KM]?( |/|$)')
    THEN length(regexp_extract(unit, '^1(0*)', 1))
        + CASE regexp_extract(unit, '^10*([KM]?)', 1) WHEN 'K' THEN 3 WHEN 'M' THEN 6 ELSE 0 END END;
CREATE MACRO block_unit(unit) AS CASE trim(regexp_replace(unit, '^10*[KM]?( |$)', '')) WHEN '' THEN 'Units'
    ELSE trim(regexp_replace(regexp_replace(unit, '^10*[KM]?( |$)', ''), '^(10*)?/', 'Units/')) END;
CREATE MACRO blocks(quantity, unit) AS CASE WHEN block_power(unit) = 0 THEN quantity
    WHEN NOT regexp_matches(quantity, '[eE]') THEN quantity || 'e-' || CAST(block_power(unit) AS VARCHAR) END;
CREATE MACRO vm_details(x) AS CASE WHEN json_extract_string(TRY_CAST(braced(x) AS JSON), '$.ServiceType') <> ''
    THEN CAST(json_object('InstanceType', json_extract_string(TRY_CAST(braced(x) AS JSON), '$.ServiceType'),
        'CoreCount', TRY_CAST(json_extract_string(TRY_CAST(braced(x) AS JSON), '$.VCPUs') AS INTEGER)) AS VARCHAR) END;
CREATE MACRO is_zero(x) AS regexp_full_match(x, '[+-]?0*[.]?0*([eE].*)?');
CREATE MACRO pacific(x) AS CAST(x AT TIME ZONE 'America/Los_Angeles' AT TIME ZONE 'UTC' AS VARCHAR);
CREATE MACRO in_pacific(x) AS utc(x) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Los_Angeles';
CREATE MACRO pacific_month(x) AS coalesce(pacific(CASE WHEN regexp_full_match(x, '[0-9]{6}')
    THEN try_strptime(x || '01', '%Y%m%d') END), x);
CREATE MACRO pacific_month_of(x) AS pacific(date_trunc('month', in_pacific(x)));
CREATE MACRO pacific_month_after(x) AS pacific(date_trunc('month', in_pacific(x)) + INTERVAL 1 MONTH);
CREATE MACRO python_json(x) AS CASE WHEN regexp_matches(x, '["\\]') THEN x
    ELSE regexp_replace(replace(x, '''', '"'), ': None([,}])', ': null\1', 'g') END;
CREATE MACRO json_amounts(x) AS regexp_extract_all(x,
    '"amount"\s*:\s*"?([+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]{1,3})?)"?\s*[,}]', 1);
CREATE MACRO python_amounts(x) AS regexp_extract_all(x,
    '''amount'': (?:Decimal\('')?([+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]{1,3})?)', 1);
CREATE MACRO is_python(x) AS NOT regexp_matches(x, '["\\]') AND regexp_full_match(x,
    '\[?(\{(''[^'']*'': (''[^'']*''|None|True|False|[+-]?[0-9.]+([eE][+-]?[0-9]+)?|Decimal\(''[^'']*''\))(, )?)+\}(, )?)+\]?');
CREATE MACRO credit_amounts(x) AS CASE
    WHEN coalesce(trim(x), '') IN ('', '[]') THEN CAST([] AS VARCHAR[])
    WHEN json_type(TRY_CAST(x AS JSON)) = 'ARRAY' AND json_array_length(TRY_CAST(x AS JSON)) = len(json_amounts(x)) THEN json_amounts(x)
    WHEN is_python(x) AND length(x) - length(replace(x, '{', '')) = len(python_amounts(x)) THEN python_amounts(x) END;
CREATE MACRO chain(terms) AS CASE
    WHEN len(list_filter(terms, lambda t: NOT regexp_full_match(t, '[+-]?[0-9]{1,15}([.][0-9]{0,18})?'))) = 0
        THEN CAST(list_sum(list_transform(terms, lambda t: TRY_CAST(t AS DECIMAL(38,18)))) AS VARCHAR)
    ELSE array_to_string(terms, ' + ') END;
CREATE MACRO with_credits(cost, credits) AS CASE
    WHEN credit_amounts(credits) IS NULL THEN coalesce(cost, '') || ' with credits that can''t be read'
    WHEN cost IS NULL OR len(credit_amounts(credits)) = 0 THEN cost
    ELSE chain(list_prepend(cost, credit_amounts(credits))) END;
CREATE MACRO commitment_credit(x) AS CASE WHEN contains(x, 'COMMITTED_USAGE_DISCOUNT') THEN list_filter(
    json_transform(TRY_CAST(python_json(x) AS JSON), '[{"type": "VARCHAR", "id": "VARCHAR", "name": "VARCHAR"}]'),
    lambda c: starts_with(c.type, 'COMMITTED_USAGE_DISCOUNT'))[1].id END;
CREATE MACRO labels(x) AS json_transform(TRY_CAST(python_json(x) AS JSON), '[{"key": "VARCHAR", "value": "VARCHAR"}]');
CREATE MACRO label_value(x, k) AS list_filter(labels(x), lambda e: e.key = k)[1].value;
CREATE MACRO label_members(x, prefix) AS CASE
    WHEN coalesce(trim(x), '') IN ('', '[]', '{}') THEN NULL
    WHEN starts_with(trim(x), '{') THEN substr(trim(x), 2, length(trim(x)) - 2)
    ELSE coalesce(array_to_string(list_transform(labels(x), lambda e: CAST(to_json(prefix || e.key) AS VARCHAR) || ':'
        || coalesce(CAST(to_json(e.value) AS VARCHAR), 'null')), ','), 'damaged') END;
CREATE MACRO machine_details(spec, cores, mebibytes) AS CASE WHEN spec <> '' THEN CAST(json_object('InstanceType', spec,
    'CoreCount', TRY_CAST(cores AS INTEGER), 'MemorySize', TRY_CAST(mebibytes AS INTEGER) / 1024) AS VARCHAR) END;
