-- A webhook's secret is read one at a time, by channels.webhook_secret.
revoke select on channels.secrets from oms_app;
