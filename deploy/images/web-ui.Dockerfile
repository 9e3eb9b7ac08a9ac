# The pages: docker build -f deploy/images/web-ui.Dockerfile .

FROM node:20.19.5-alpine3.22 AS build
WORKDIR /src
COPY web-ui/package.json web-ui/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web-ui/ ./
RUN npm run build

FROM caddy:2.11.4-alpine
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Stoa web-ui" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY deploy/edge/web-ui.Caddyfile /etc/caddy/Caddyfile
COPY --from=build /src/dist /srv
# The capability to open low ports, which a container without privileges may not carry.
RUN setcap -r /usr/bin/caddy
ENV HOME=/tmp XDG_CONFIG_HOME=/tmp XDG_DATA_HOME=/tmp
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=5s --retries=6 \
    CMD wget -qO- http://127.0.0.1:8080/healthy >/dev/null || exit 1
