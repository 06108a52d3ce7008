-- topic: Invoices
-- title: What is bought from other vendors through a provider's marketplace each month?
-- focus: 1.0
-- period: all
-- source: https://focus.finops.org/use-case/marketplace-vendors-costs/
-- Vendor and invoice issuer are taken for the same if their first words are, with AWS written out.
WITH named AS (
    SELECT strftime(ChargePeriodStart, '%Y-%m') AS Month, ServiceProviderName, HostProviderName, InvoiceIssuerName,
        BillingCurrency,
        EffectiveCost,
        list_transform([InvoiceIssuerName, ServiceProviderName, HostProviderName],
            lambda name: regexp_extract(replace(lower(name), 'aws', 'amazon'), '^\w+')) AS Words
    FROM charge
    WHERE CAST(ChargePeriodStart AS DATE) BETWEEN $from AND $to
)
SELECT Month, ServiceProviderName, HostProviderName, InvoiceIssuerName, BillingCurrency,
    sum(EffectiveCost) AS TotalEffectiveCost
FROM named
WHERE Words[2] <> Words[1] OR Words[3] <> Words[1]
GROUP BY ALL
ORDER BY Month, BillingCurrency, TotalEffectiveCost DESC, ServiceProviderName, HostProviderName
