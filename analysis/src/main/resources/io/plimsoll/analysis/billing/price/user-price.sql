SELECT price, currency, unit, valid_from, region, file, file_line
FROM price_list JOIN billing_file USING (file_id)
WHERE provider = ? AND type = ? AND purchase_option = ? AND region IN (?, '*') AND valid_from <= ?
ORDER BY region = '*', valid_from DESC
LIMIT 1
