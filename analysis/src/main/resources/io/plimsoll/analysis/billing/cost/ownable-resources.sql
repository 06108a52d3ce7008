WHERE regexp_matches(array_to_string(map_keys(c."Tags"), chr(10)), ?)
    OR lower(r."ResourceId") IN (SELECT unnest(string_split(?, chr(10))))
    OR split_part(r."ResourceId", '/', -1) IN (SELECT unnest(string_split(?, chr(10))))
    OR strlen(r."ResourceId") <> length(r."ResourceId")
