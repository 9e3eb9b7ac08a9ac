package dev.stoa.matchmaking.records.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All webhooks of an integrator, oldest first. */
@Schema(
        description = "All webhooks of an integrator, oldest first.",
        requiredProperties = {"items"})
record WebhookList(List<Webhook> items) {}
