SELECT series_id, count(*), min(value), max(value), CAST(bit_xor(hash(epoch_us(time), value)) AS VARCHAR)
FROM telemetry_sample
GROUP BY series_id
