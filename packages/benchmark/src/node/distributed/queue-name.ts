export const DEFAULT_QUEUE_NAME = 'fashion-mnist';
