WITH told AS (
    SELECT file_id, file_line, "ChargePeriodStart", "ChargeDescription", "BillingCurrency", coalesce("EffectiveCost", 0) AS cost,
        coalesce("ServiceProviderName", '') AS provider, coalesce("ServiceName", '') AS service,
        coalesce("SubAccountId", '') AS account, coalesce("ResourceId", '') AS resource, "Tags" AS tags,
        concat_ws(' | ', coalesce("ServiceProviderName", ''), coalesce("HostProviderName", ''), coalesce("InvoiceIssuerName", '')) AS vendors,
        concat_ws(' | ', coalesce("SkuMeter", ''), coalesce("Extensions"['x_UsageType'], ''), coalesce("Extensions"['x_Operation'], ''),
            coalesce("ChargeDescription", ''), coalesce("ResourceType", '')) AS meters,
        concat_ws(' | ', coalesce("ResourceId", ''), coalesce("ResourceName", '')) AS resources,
        CASE WHEN "ChargeCategory" <> 'Usage' THEN ''
            WHEN "ConsumedQuantity" IS NOT NULL AND "ConsumedUnit" IS NOT NULL THEN "ConsumedUnit" ELSE coalesce("PricingUnit", '') END AS unit,
        CASE WHEN "ChargeCategory" <> 'Usage' THEN NULL
            WHEN "ConsumedQuantity" IS NOT NULL AND "ConsumedUnit" IS NOT NULL THEN "ConsumedQuantity" ELSE "PricingQuantity" END AS quantity
    FROM charge
    WHERE "ChargePeriodStart" >= ? AND "ChargePeriodStart" < ?
        AND NOT (coalesce("ServiceCategory", '') = 'Compute' AND coalesce("ServiceSubcategory", '') IN ('Virtual Machines', ''))
), charges AS (
    SELECT * FROM (SELECT *, CASE
-- RULES
        END AS rule FROM told) WHERE rule IS NOT NULL
-- ONLY
)
