DELETE FROM contract_commitment WHERE file_id < ? AND ("ContractId", "ContractCommitmentId")
    IN (SELECT ("ContractId", "ContractCommitmentId") FROM contract_commitment WHERE file_id >= ?)
