/// <reference types="vite/client" />
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import './site.css';

const theme: Theme = DefaultTheme;

export default theme;
