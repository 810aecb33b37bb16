-- What other software was told is nobody's to read; it is repeated to its own token only, by api.first_answer.
revoke select on api.idempotency_keys from oms_app;
