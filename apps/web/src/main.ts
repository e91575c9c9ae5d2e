import './older-browsers.js';
import 'element-plus/dist/index.css';
import './style.css';
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './routes.js';

createApp(App).use(router).mount('#app');
