CREATE MACRO mdy(x) AS CASE
    WHEN regexp_full_match(trim(x), '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}( 0?0:00(:00)?| 12:00(:00)? AM)?')
        THEN coalesce(strftime(try_strptime(split_part(trim(x), ' ', 1), '%m/%d/%Y'), '%Y-%m-%d'), x)
    ELSE x END;
CREATE MACRO day_after(x) AS strftime(date_trunc('day', utc(x)) + INTERVAL 1 DAY, '%Y-%m-%d');
CREATE MACRO month_of(x) AS strftime(date_trunc('month', utc(x)), '%Y-%m-%d');
CREATE MACRO next_month(x) AS strftime(date_trunc('month', utc(x)) + INTERVAL 1 MONTH, '%Y-%m-%d');
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
