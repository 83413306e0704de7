# The command fashion-mnist, with all that it needs. Checked by a linter in the tests, but not built yet: there was no
# Docker engine where it was written.

FROM node:24-bookworm-slim AS build
WORKDIR /workspace
COPY . .
RUN npm install --global pnpm@11.28.11 \
  && pnpm install --frozen-lockfile \
  && pnpm exec turbo run build --filter=@fashion-mnist/cli \
  && pnpm --filter=@fashion-mnist/cli --prod --legacy deploy /app

FROM node:24-bookworm-slim
ENV NODE_ENV=production FASHION_MNIST_CACHE=/data/cache
COPY --from=build /app /app
RUN ln -s /app/dist/main.js /usr/local/bin/fashion-mnist \
  && mkdir -p /data/cache /data/results \
  && chown -R node:node /data
USER node
WORKDIR /data
VOLUME ["/data/cache", "/data/results"]
HEALTHCHECK --interval=5m --timeout=30s CMD ["fashion-mnist", "--version"]
ENTRYPOINT ["fashion-mnist"]
CMD ["--help"]
