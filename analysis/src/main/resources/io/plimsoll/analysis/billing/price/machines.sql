-- A table of another date may have other types: mixed, they would be one price list that nobody published. The table of 2022 would
-- set prices of then against each other.
WITH listed AS (
    SELECT * FROM read_parquet(?)
    WHERE kind = 'instance' AND purchase_option = 'on_demand' AND provider = ? AND region = ? AND dated <> 'year'
    QUALIFY price_date IS NOT DISTINCT FROM max(price_date) OVER () AND derived IS NULL)
SELECT machine.provider, machine.name, vcpu, memory_mib, arch, gpu_count, gpu_name, burstable, allocatable_cpu_millis,
    allocatable_memory_mib, listed.price, listed.currency, machine.source
FROM read_parquet(?) machine JOIN listed ON listed.provider = machine.provider AND lower(listed.name) = lower(machine.name)
ORDER BY machine.name
