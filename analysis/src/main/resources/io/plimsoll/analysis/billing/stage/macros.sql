CREATE MACRO cell(x) AS CASE WHEN trim(x) IN ('', 'NULL', 'null', '(null)') THEN NULL ELSE trim(x) END;
CREATE MACRO is_number(x) AS regexp_full_match(x, '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?');
CREATE MACRO exact_money(x) AS CASE WHEN regexp_full_match(x, '[+-]?[0-9]{1,19}([.][0-9]{0,18})?')
    THEN TRY_CAST(x AS DECIMAL(38,18)) END;
CREATE MACRO quantity(x) AS CASE WHEN is_number(x) THEN TRY_CAST(x AS DECIMAL(38,18)) END;
CREATE MACRO utc(x) AS CASE
    WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?( ?UTC|Z)?)?')
        THEN TRY_CAST(x AS TIMESTAMP)
    WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)? ?[+-][0-9]{2}(:?[0-9]{2})?')
        THEN CAST(TRY_CAST(x AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS TIMESTAMP)
    WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[T ][0-9]{1,2}:[0-9]{2}:[0-9]{2}Z?')
        THEN try_strptime(x, ['%Y-%m-%dT%H:%M:%SZ', '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%d %H:%M:%SZ'])
    END;
CREATE MACRO calendar_time(x) AS CASE WHEN x >= TIMESTAMP '0001-01-01' AND x < TIMESTAMP '10000-01-01' THEN CAST(x AS TIMESTAMP) END;
CREATE MACRO tag_map(x) AS TRY_CAST(TRY_CAST(x AS JSON) AS MAP(VARCHAR, VARCHAR));
CREATE MACRO known_biller(x) AS CASE
    WHEN x IN ('AWS', 'Amazon Web Services', 'Amazon Web Services, Inc.') THEN 'aws'
    WHEN x IN ('Microsoft', 'Azure') THEN 'azure'
    WHEN x IN ('Google Cloud', 'Google') THEN 'gcp'
    WHEN regexp_matches(lower(x), '\b(aws|amazon)\b') THEN 'aws'
    WHEN regexp_matches(lower(x), '\b(microsoft|azure)\b') THEN 'azure'
    WHEN regexp_matches(lower(x), '\b(google|gcp)\b') THEN 'gcp'
    WHEN regexp_matches(lower(x), '\b(oracle|oci)\b') THEN 'oci'
    WHEN regexp_matches(lower(x), '\b(alibaba|aliyun)\b') THEN 'alibaba'
    WHEN regexp_matches(lower(x), '\btencent\b') THEN 'tencent' END;
CREATE MACRO biller_name(x) AS nullif(trim(regexp_replace(
    regexp_replace(lower(x), '[,.]?\s+(inc|llc|ltd|limited|gmbh|corp|corporation|sarl|ag|bv)\.?$', ''),
    '[^\p{L}\p{N}]+', '-', 'g'), '-'), '');
CREATE TABLE wide (file_line BIGINT, "BilledCost" DECIMAL(38,18), "EffectiveCost" DECIMAL(38,18), "ListCost" DECIMAL(38,18),
    "ContractedCost" DECIMAL(38,18), problem VARCHAR);
CREATE TABLE reject (file_number INTEGER, line BIGINT, reason VARCHAR, raw VARCHAR);
CREATE MACRO is_amount(x) AS regexp_full_match(x, '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?( [+-] [+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?)*');
CREATE MACRO period_end(x) AS CASE WHEN regexp_matches(x, ':59:59([.][0-9]+)?( ?UTC|Z)?$') AND utc(x) IS NOT NULL
    THEN CAST(date_trunc('second', utc(x)) + INTERVAL 1 SECOND AS VARCHAR) ELSE x END;
CREATE MACRO usual_unit(x) AS regexp_replace(regexp_replace(x, '(^|-)[Hh](rs?|ours?)$', '\1Hours'), '-[Mm]o(nths?)?$', '-Month');
CREATE MACRO map_value(x, key) AS json_extract_string(TRY_CAST(x AS JSON), '$."' || key || '"');
CREATE MACRO user_key(k) AS regexp_replace(k, '^(resource_?[Tt]ags[/_:.])?user[_:]', '');
CREATE MACRO user_tags(x) AS CASE WHEN tag_map(x) IS NULL THEN x
    ELSE CAST(to_json(map_from_entries(list_transform(map_entries(tag_map(x)), lambda e: {'k':
        CASE WHEN len(list_filter(map_keys(tag_map(x)), lambda k: user_key(k) = user_key(e.key))) > 1
            THEN e.key ELSE user_key(e.key) END, 'v': e.value}))) AS VARCHAR) END;
